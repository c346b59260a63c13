/** Everything the application needs from a cloud, on loopback: PostgreSQL, the Neon gateway, the realtime server. */
import { randomBytes } from "node:crypto";
import { startGateway } from "./gateway.mjs";
import { startPostgres } from "./postgres.mjs";
import { startPusherServer } from "./pusher-server.mjs";
import { upstreamOf } from "./upstream.mjs";

/**
 * Starts the services on free loopback ports.
 *
 * `databaseUrl` given: no embedded database, only a gateway in front of that one. `gateway: false` and
 * `realtime: false` leave those out.
 * `fsync: false` trades durability for speed and is only for throw-away clusters. Without `databasePassword` and
 * `pusherApp` random ones are made, so a data directory can then not be opened a second time.
 * See services.d.mts for the types.
 */
export async function startServices({
  dataDir,
  databaseUrl,
  databasePassword,
  pusherApp,
  gateway: gatewayWanted = true,
  realtime = true,
  fsync = true,
  maxConnections,
}) {
  const started = [];
  const stop = async () => {
    for (const service of started.splice(0).reverse()) await service.stop();
  };
  try {
    const postgres = databaseUrl
      ? null
      : await startPostgres({ dataDir, password: databasePassword ?? secret(), fsync, maxConnections });
    if (postgres) started.push(postgres);
    const url = databaseUrl ?? postgres.url;
    const gateway = gatewayWanted ? await startGateway({ upstream: upstreamOf(url) }) : null;
    if (gateway) started.push(gateway);
    const app = pusherApp ?? { appId: "zhida", key: secret(), secret: secret() };
    const pusher = realtime ? await startPusherServer({ app }) : null;
    if (pusher) started.push(pusher);
    return {
      databaseUrl: url,
      neonProxy: gateway?.address ?? null,
      pusher: pusher && { ...app, host: pusher.host, port: pusher.port },
      postgres: postgres && { port: postgres.port, pid: postgres.pid },
      exited: postgres?.exited ?? new Promise(() => undefined),
      env: environmentOf(url, gateway, pusher && { ...app, ...pusher }),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** The variables the application reads to find these services. */
function environmentOf(url, gateway, pusher) {
  return {
    DATABASE_URL: url,
    ...(gateway && { NEON_LOCAL_PROXY: gateway.address }),
    ...(pusher && {
      PUSHER_APP_ID: pusher.appId,
      PUSHER_KEY: pusher.key,
      PUSHER_SECRET: pusher.secret,
      PUSHER_CLUSTER: "local",
      PUSHER_HOST: pusher.host,
      PUSHER_PORT: String(pusher.port),
    }),
  };
}

function secret() {
  return randomBytes(18).toString("hex");
}
