import type { SaveActionInput } from "@/lib/contracts/action-forms";
import { saveActions } from "@/server/assistant/actions/save-action";
import type { Cast } from "../../support/routes/cast";
import { ADMINS, type ProcedureEntry, rows } from "./procedure-entry";

const manage = rows("settings:manage", ADMINS);

let serial = 0;
/** An action nobody has stored yet. */
function action(): SaveActionInput {
  serial += 1;
  const words = { zh: "查积分", en: "Points" };
  return {
    key: `points_${serial}`,
    kind: "http",
    version: 0,
    names: words,
    phrasings: { zh: ["查积分"], en: ["my points"] },
    parameters: [],
    confirm: false,
    identity: false,
    results: words,
    enabled: false,
    http: { method: "GET", url: "http://127.0.0.1:1/points", headers: [], body: "" },
  };
}

async function stored({ staff }: Cast) {
  const fresh = action();
  await saveActions({ ctx: staff.admin, input: { actions: [fresh] } });
  return { key: fresh.key };
}

const openapi = JSON.stringify({
  openapi: "3.1.0",
  info: { title: "Shop", version: "1" },
  servers: [{ url: "https://shop.example.com" }],
  paths: { "/points": { get: { operationId: "points", responses: {} } } },
});
const csv = "sku,name_zh,name_en,stock\nX1,耳机,Earbuds,3";

export const ACTION_PROCEDURES: Record<string, ProcedureEntry> = {
  "actions.list": manage(),
  "actions.get": manage(stored),
  "actions.save": manage(action),
  "actions.switch": manage(async (cast) => ({ ...(await stored(cast)), enabled: true })),
  "actions.remove": manage(stored, { unknown: "ok" }),
  "actions.try": manage(() => ({ action: action(), values: {}, locale: "en" })),
  "actions.readOpenApi": manage(() => ({ text: openapi })),
  "actions.import": manage(() => ({ actions: [action()] })),
  "actions.catalogue": manage(),
  "actions.importCatalogue": manage(() => ({ list: "products", csv })),
};
