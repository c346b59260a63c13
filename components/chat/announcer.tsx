import { useEffect, useRef, useState } from "react";
import type { MessageView } from "@/lib/contracts/conversations";
import { plainText } from "@/lib/text/plain-text";
import { useRealtimeState } from "../shared/use-realtime";
import { activityWords } from "./activity-words";
import { useChatSetting } from "./chat-context";
import { type ChatState, visibleDraft } from "./chat-state";
import { type ChatWords, fill } from "./chat-words";
import { usePeople } from "./people-context";

const ANSWERING_MS = 1_000;
const PLACE_MS = 30_000;
const OFFLINE_MS = 5_000;
const WHOLE_LENGTH = 400;

function answerWords(row: MessageView, words: ChatWords): string {
  const text = plainText(row.text.replace(/\[\d{1,2}\]/g, ""));
  const [lead = ""] = text.split("\n");
  const said = text.length > WHOLE_LENGTH ? `${lead} ${words.announce.more}` : text;
  const count = row.citations.length;
  const sources = count === 1 ? words.announce.sourcesOne : fill(words.announce.sourcesOther, { count });
  return [said, count > 0 ? sources : "", row.stopped ? words.stopped : ""].filter(Boolean).join(" ");
}

function rowWords(row: MessageView, words: ChatWords, locale: string): string {
  if (row.kind === "activity") return activityWords(row, words, locale);
  if (row.sender.type === "assistant") return answerWords(row, words);
  return row.sender.type === "agent" ? `${row.sender.name ?? words.agent}: ${plainText(row.text)}` : "";
}

/** What is new, once: answers, people's words, what happened; "Answering" when it takes a moment. */
function useNews(state: ChatState): string {
  const { words, locale } = useChatSetting();
  const [news, setNews] = useState("");
  const last = state.messages.at(-1)?.seq ?? 0;
  const told = useRef(last);
  const isAnswering = visibleDraft(state)?.phase === "writing";
  const fresh = state.messages.filter((row) => row.seq > told.current);
  const said = fresh.map((row) => rowWords(row, words, locale)).filter(Boolean);
  useEffect(() => {
    told.current = last;
    if (said.length > 0) setNews(said.join(" "));
  });
  useEffect(() => {
    if (!isAnswering) return;
    const timer = setTimeout(() => setNews(words.answering), ANSWERING_MS);
    return () => clearTimeout(timer);
  }, [isAnswering, words]);
  return news;
}

/** The place in the queue when it changes, at most every thirty seconds. */
function usePlace({ queue }: ChatState): string {
  const { words } = useChatSetting();
  const [told, setTold] = useState<number | null>(null);
  const toldAt = useRef(0);
  const place = queue?.position ?? null;
  useEffect(() => {
    if (place === told) return;
    const wait = place === null ? 0 : Math.max(0, toldAt.current + PLACE_MS - Date.now());
    const timer = setTimeout(() => {
      toldAt.current = Date.now();
      setTold(place);
    }, wait);
    return () => clearTimeout(timer);
  }, [place, told]);
  if (told === null) return "";
  return told === 1 ? words.queue.next : fill(words.queue.ahead, { count: told - 1 });
}

/** True once a state has lasted. */
export function useLasting(holds: boolean, milliseconds: number): boolean {
  const [lasts, setLasts] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLasts(holds), holds ? milliseconds : 0);
    return () => clearTimeout(timer);
  }, [holds, milliseconds]);
  return holds && lasts;
}

/** Says aloud what changed: one status, one alert, both there from the start. */
export function Announcer({ state }: { state: ChatState }) {
  const { words } = useChatSetting();
  const news = useNews(state);
  const place = usePlace(state);
  const { reachable } = usePeople();
  const away = state.status === "queued" && !reachable ? words.queue.nobody : "";
  const isOffline = useLasting(state.offline, OFFLINE_MS);
  const isLost = useRealtimeState() === "lost" && state.messages.length > 0;
  const isRefused = state.unsent.some((one) => one.state === "failed");
  const connection = isOffline ? words.connection.offline : isLost ? words.connection.lost : "";
  return (
    <>
      <p role="status" className="sr-only">
        {news} {place} {away}
      </p>
      <div role="alert" className="shrink-0">
        {isRefused && <span className="sr-only">{words.notSent}</span>}
        {connection && (
          <p className="border-line border-t bg-sunken px-4 py-2 text-center text-13 text-warning">{connection}</p>
        )}
      </div>
    </>
  );
}
