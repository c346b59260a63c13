"use client";

import { useTRPCClient } from "../layout/trpc-client";
import { serviceErrorOf } from "../shared/service-error";

const TRIES = 5;

/**
 * Takes the first of the queue, going on to the next one while others are faster. Resolves to the conversation that is
 * held now, or null when the queue is empty.
 */
export function useTakeNext(claim: (conversationId: string) => Promise<void>): () => Promise<string | null> {
  const client = useTRPCClient();
  return async () => {
    for (let tried = 0; tried < TRIES; tried += 1) {
      const [next] = await client.conversations.list.query({ view: "queue" });
      if (!next) return null;
      try {
        await claim(next.id);
        return next.id;
      } catch (error) {
        if (serviceErrorOf(error).httpStatus !== 409) throw error;
      }
    }
    return null;
  };
}
