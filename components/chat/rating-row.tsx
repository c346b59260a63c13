import { lazy, Suspense, useEffect, useState } from "react";
import type { MessageView } from "@/lib/contracts/conversations";
import { agentNameOf } from "./agent-name";
import type { ChatState } from "./chat-state";

const RatingCard = lazy(() => import("./rating-card"));

/** As long as the agent may take the ending back. */
const SETTLED_MS = 8_000;

/** The ending that asks for a rating: of a conversation a person took part in. */
function endingToRate({ status, messages }: ChatState): MessageView | null {
  const isServed = messages.some((row) => row.activity?.name === "agent_joined");
  const ending = messages.findLast((row) => row.activity?.name === "resolved");
  return status === "resolved" && isServed && ending ? ending : null;
}

/** The card that asks for a rating, once the ending has settled; loaded only then. */
export function RatingRow({ state }: { state: ChatState }) {
  const ending = endingToRate(state);
  const [settled, setSettled] = useState("");
  useEffect(() => {
    if (!ending) return;
    const age = Date.now() - Date.parse(ending.createdAt);
    const timer = setTimeout(() => setSettled(ending.id), Math.max(0, Math.min(SETTLED_MS, SETTLED_MS - age)));
    return () => clearTimeout(timer);
  }, [ending]);
  if (!ending || settled !== ending.id) return null;
  return (
    <Suspense>
      <RatingCard key={ending.id} endingId={ending.id} name={agentNameOf(state) ?? ""} />
    </Suspense>
  );
}
