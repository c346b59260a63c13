import { ACTION_PROCEDURES } from "./action-procedures";
import { ASSISTANT_PROCEDURES } from "./assistant-procedures";
import { GAP_PROCEDURES } from "./gap-procedures";
import { KNOWLEDGE_PROCEDURES, SETTINGS_PROCEDURES, TEAM_PROCEDURES } from "./office-procedures";
import type { ProcedureEntry } from "./procedure-entry";
import { QUALITY_PROCEDURES } from "./quality-procedures";
import {
  ANALYTICS_PROCEDURES,
  CONVERSATION_PROCEDURES,
  CUSTOMER_PROCEDURES,
  TICKET_PROCEDURES,
} from "./service-procedures";

/** Every procedure of the console, by its path, and who may call it on what. A new procedure needs a row here. */
export const PROCEDURES: Record<string, ProcedureEntry> = {
  ...ACTION_PROCEDURES,
  ...ANALYTICS_PROCEDURES,
  ...ASSISTANT_PROCEDURES,
  ...CONVERSATION_PROCEDURES,
  ...CUSTOMER_PROCEDURES,
  ...GAP_PROCEDURES,
  ...KNOWLEDGE_PROCEDURES,
  ...QUALITY_PROCEDURES,
  ...SETTINGS_PROCEDURES,
  ...TEAM_PROCEDURES,
  ...TICKET_PROCEDURES,
};
