/** Which statements a gateway prepares: those that come again and again, so that PostgreSQL plans them once a connection. */

/** Short statements are planned in less time than it takes to look for a plan. */
const WORTH_PREPARING = 400;
/** From which time on a text counts as coming again. */
const REPEATED = 3;
/** Texts remembered, and plans kept a connection: beyond this they are not an application's own statements. */
const MOST = 100;
/** PostgreSQL's codes: invalid_sql_statement_name, duplicate_prepared_statement, and "cached plan must not change result type". */
const UNKNOWN_PLAN = "26000";
const FOREIGN_PLAN = "42P05";
const OUTDATED_PLAN = "0A000";

/** Names for the statements worth preparing. One for all connections of a database. */
export class PreparedTexts {
  #seen = new Map();
  #given = true;

  /** The name to prepare a statement under, or undefined to run it as it is. @param {string} text */
  nameOf(text) {
    if (!this.#given || text.length < WORTH_PREPARING) return undefined;
    const known = this.#seen.get(text) ?? (this.#seen.size < MOST && { times: 0, name: `zhida_${this.#seen.size}` });
    if (!known) return undefined;
    known.times += 1;
    this.#seen.set(text, known);
    return known.times >= REPEATED ? known.name : undefined;
  }

  /**
   * Hears of a prepared statement that failed. A pooler that mixes up whose plan is whose ends preparing altogether.
   * @param {{ code?: string }} error of PostgreSQL
   * @returns whether it failed for having been prepared, and not by itself: it may be run again as it is.
   */
  noteFailure({ code }) {
    if (code === UNKNOWN_PLAN || code === FOREIGN_PLAN) this.#given = false;
    return code === UNKNOWN_PLAN || code === FOREIGN_PLAN || code === OUTDATED_PLAN;
  }
}
