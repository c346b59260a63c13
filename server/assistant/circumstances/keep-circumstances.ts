import type { KeptCircumstances } from "@/lib/contracts/circumstances";
import type { Plan } from "../deciding/plan";
import type { Understood } from "../understand";
import { overrule } from "./known-circumstances";

/** What a conversation keeps after a reply: what the customer said, and which families they were asked about. Pure. */
export function circumstancesToKeep(kept: KeptCircumstances, { told }: Understood, plan: Plan): KeptCircumstances {
  const said = overrule(told, kept.said ?? {});
  const asked = plan.does === "say" ? (plan.asked ?? []) : [];
  return {
    ...(Object.keys(said).length > 0 && { said }),
    ...(asked.length > 0 && { asked: [...new Set([...(kept.asked ?? []), ...asked])] }),
  };
}
