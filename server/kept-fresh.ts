const FRESH_MS = 30_000;

/** A reading that is kept in this process and done anew at most every half minute; one that fails is not kept. */
export function keptFresh<Db, Read>(read: (db: Db) => Promise<Read>): (db: Db) => Promise<Read> {
  let kept: { at: number; reading: Promise<Read> } | null = null;
  return (db) => {
    if (!kept || Date.now() - kept.at > FRESH_MS) {
      const reading = read(db);
      kept = { at: Date.now(), reading };
      reading.catch(() => {
        kept = null;
      });
    }
    return kept.reading;
  };
}
