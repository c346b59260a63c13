"use client";

import { lazy, Suspense, useEffect, useState } from "react";
import type { Locale } from "@/lib/i18n";
import type { RealtimeConfig } from "@/lib/realtime-config";
import { writeStored } from "../shared/stored-value";
import { RealtimeContext } from "../shared/use-realtime";
import { agentNameOf } from "./agent-name";
import { Announcer } from "./announcer";
import { type Availability, chatApi } from "./chat-api";
import { ChatContext, type ChatSetting } from "./chat-context";
import { ChatEngine } from "./chat-engine";
import { ChatHeader } from "./chat-header";
import { ChatLog } from "./chat-log";
import type { ChatState, Cited } from "./chat-state";
import type { ChatWords } from "./chat-words";
import { Composer } from "./composer";
import { type Panel, PeopleContext, usePeopleState } from "./people-context";
import { useAlive, useChatSocket, useChatState, useEngineLife, useQueueLook } from "./use-chat";
import { useHints, useReadMark } from "./use-hints";

// Loaded when first needed.
const QueueNotice = lazy(() => import("./queue-notice").then((file) => ({ default: file.QueueNotice })));
const PersonOffer = lazy(() => import("./queue-notice").then((file) => ({ default: file.PersonOffer })));
const LeavePanel = lazy(() => import("./leave-form"));
const PassagePanel = lazy(() => import("./passage-panel"));

export type ChatProps = {
  locale: Locale;
  words: ChatWords;
  company: string;
  assistant: string;
  privacyUrl: string;
  timeZone: string;
  suggestions: string[];
  availability: Availability;
  realtime: RealtimeConfig;
  /** Longest message, in code points. */
  limit: number;
  /** The conversation of this browser as the server knows it. */
  initial: Partial<ChatState>;
  /** Asked on the page before; sent at once when the reader really came from there. */
  question: string;
  /** Came to talk to a person. */
  wantsPerson: boolean;
};

/** A question from another page of this site is sent; one from elsewhere waits in the composer for the reader's hand. */
function useQuestion(engine: ChatEngine, question: string): void {
  useEffect(() => {
    if (!question) return;
    history.replaceState(history.state, "", location.pathname);
    if (document.referrer.startsWith(`${location.origin}/`)) engine.send(question);
    else writeStored(`draft.chat.${engine.state().conversationId ?? "new"}`, question);
  }, [engine, question]);
}

/** The customer's conversation: the assistant's, and a person's when one is asked for. */
export function Chat(props: ChatProps) {
  const { locale, words, company, assistant, initial, realtime } = props;
  const [engine] = useState(() => new ChatEngine({ api: chatApi, locale, initial }));
  const [source, setSource] = useState<Cited | null>(null);
  const isAlive = useAlive();
  const timeZone = isAlive ? Intl.DateTimeFormat().resolvedOptions().timeZone : props.timeZone;
  const reader = { locale, timeZone };
  const setting: ChatSetting = { engine, words, locale, company, assistant, reader, openSource: setSource };
  const connection = useChatSocket(realtime, useChatState(engine));
  const firstPanel = props.wantsPerson ? (props.availability.reachable ? "offer" : "leave") : "none";
  const people = usePeopleState(engine, props.availability, { kind: firstPanel });
  useEngineLife(engine);
  useQuestion(engine, props.question);
  return (
    <ChatContext value={setting}>
      <RealtimeContext value={connection}>
        <PeopleContext value={people}>
          <Screen {...props} isAlive={isAlive} engine={engine} people={people} />
          <Suspense>{source && <PassagePanel source={source} close={() => setSource(null)} />}</Suspense>
        </PeopleContext>
      </RealtimeContext>
    </ChatContext>
  );
}

function Screen({ suggestions, privacyUrl, limit, isAlive, people, engine }: ScreenProps) {
  const state = useChatState(engine);
  const { isAgentTyping } = useHints(engine, state);
  useQueueLook(engine, state.status === "queued", people.look);
  useReadMark(engine, state);
  return (
    <div className="flex h-dvh flex-col">
      <ChatHeader state={state} />
      <main className="flex min-h-0 grow flex-col">
        <ChatLog
          state={state}
          suggestions={suggestions}
          privacyUrl={privacyUrl}
          typingName={isAgentTyping ? agentNameOf(state) : null}
        />
        <Announcer state={state} />
        <Suspense>
          <Panels state={state} panel={people.panel} />
        </Suspense>
        <Composer key={isAlive ? "alive" : "served"} state={state} limit={limit} />
      </main>
    </div>
  );
}

/** What stands between the log and the composer. */
function Panels({ state, panel }: { state: ChatState; panel: Panel }) {
  if (panel.kind === "leave" || panel.kind === "left") return <LeavePanel state={state} panel={panel} />;
  if (state.status === "queued") return <QueueNotice state={state} />;
  return panel.kind === "offer" && state.status === "assistant" ? <PersonOffer /> : null;
}

type ScreenProps = Pick<ChatProps, "suggestions" | "privacyUrl" | "limit"> & {
  isAlive: boolean;
  engine: ChatEngine;
  people: ReturnType<typeof usePeopleState>;
};
