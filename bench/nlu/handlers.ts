/** Answers one endpoint: takes the parsed body, gives what is sent back as JSON. Throws {@link BenchRefusal} for bodies it cannot serve. */
export type BenchHandler = (body: Record<string, unknown>) => Promise<object> | object;

/** Handlers by path ("/intent/train"). */
export type BenchHandlers = Readonly<Record<string, BenchHandler>>;

/** What the caller got wrong: becomes a 4xx with a stable code. */
export class BenchRefusal extends Error {
  constructor(
    readonly status: 400 | 404 | 413 | 422,
    readonly code: string,
    detail = "",
  ) {
    super(detail || code);
    this.name = "BenchRefusal";
  }
}

/** What was kept for a session. @throws BenchRefusal 404 when the session was never trained or indexed. */
export function sessionOf<Kept>(sessions: ReadonlyMap<string, Kept>, session: string): Kept {
  const kept = sessions.get(session);
  if (kept === undefined) throw new BenchRefusal(404, "unknown_session", `No session ${session.slice(0, 100)}`);
  return kept;
}
