import { neonConfig } from "@neondatabase/serverless";
import { env } from "@/lib/env";

/**
 * Points the Neon driver at the local gateway when there is one; on Neon itself the driver keeps its defaults.
 * `coalesceWrites` costs a timer per message, which loopback does not repay.
 */
export function configureNeon(): void {
  const proxy = env().NEON_LOCAL_PROXY;
  if (!proxy) return;
  neonConfig.fetchEndpoint = () => `http://${proxy}/sql`;
  neonConfig.wsProxy = () => `${proxy}/v2`;
  neonConfig.useSecureWebSocket = false;
  neonConfig.pipelineConnect = false;
  neonConfig.pipelineTLS = false;
  neonConfig.coalesceWrites = false;
}
