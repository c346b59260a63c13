import { listSubjects } from "@/server/knowledge/list-subjects";
import type { SqlExecutor } from "@/server/sql";

/** New subjects are known to every process after this long; articles themselves are found at once. */
const FRESH_MS = 30_000;

let kept: { at: number; subjects: Promise<string[]> } | null = null;

/** The names that articles come in sets about; read at most every half minute in a process. */
export function knownSubjects(db: SqlExecutor): Promise<string[]> {
  if (!kept || Date.now() - kept.at > FRESH_MS) {
    const subjects = listSubjects(db);
    kept = { at: Date.now(), subjects };
    subjects.catch(() => {
      kept = null;
    });
  }
  return kept.subjects;
}
