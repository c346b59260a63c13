import { violatedConstraint } from "@/server/transaction";

const ATTEMPTS = 5;

/** Does work that begins an article; again when somebody else was given the same address at the same moment. */
export async function withFreeAddress<Result>(work: () => Promise<Result>): Promise<Result> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (attempt >= ATTEMPTS || violatedConstraint(error) !== "articles_slug_key") throw error;
    }
  }
}
