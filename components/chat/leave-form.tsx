import { type FormEvent, useState } from "react";
import { newId } from "@/lib/ids";
import { formatOpening } from "@/lib/opening-week";
import { Button } from "../ui/button";
import { Input } from "../ui/input";
import { Textarea } from "../ui/textarea";
import { Refusal } from "./chat-api";
import { useChatSetting } from "./chat-context";
import type { ChatState } from "./chat-state";
import { fill, waitWords } from "./chat-words";
import { CopyButton } from "./copy-button";
import { type Panel, usePeople } from "./people-context";
import { slowedBy } from "./persist";
import { Notice } from "./queue-notice";

type Problem = "text" | "contact" | "rate_limited" | "with_person" | "failed";

const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
const PHONE = /^\+?[\d\s-]{6,20}$/;
/** Says nothing of what happened. */
const ONLY_A_PERSON = /^\W*(转?人工(客服)?|human|agent)\W*$/iu;
const TEXT_LIMIT = 10_000;

/** One field for either way to reach someone. Null: it is neither. */
function contactOf(value: string): { email?: string; phone?: string } | null {
  if (value === "") return {};
  if (EMAIL.test(value)) return { email: value };
  return PHONE.test(value) ? { phone: value } : null;
}

function problemOf(error: unknown): Problem {
  if (!(error instanceof Refusal)) return "failed";
  if (error.code === "invalid_input") return "contact";
  return error.code === "rate_limited" || error.code === "with_person" ? error.code : "failed";
}

/** Sends the form once however often it is pressed, and keeps what was written when it fails. */
function useLeaving() {
  const { engine } = useChatSetting();
  const people = usePeople();
  const [submissionId] = useState(() => newId("request"));
  const [problem, setProblem] = useState<Problem | null>(null);
  const [waitSeconds, setWaitSeconds] = useState(0);
  const [isSending, setSending] = useState(false);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const text = String(form.get("text")).trim();
    const contact = contactOf(String(form.get("contact")).trim());
    if (!text || !contact) return setProblem(text ? "contact" : "text");
    setSending(true);
    try {
      const id = await engine.conversation();
      const left = await engine.api.leaveMessage(id, { text, ...contact, submissionId });
      await engine.catchUp();
      people.show({ kind: "left", ...left });
    } catch (error) {
      setProblem(problemOf(error));
      setWaitSeconds(slowedBy(error));
      setSending(false);
    }
  };
  return { submit, problem, waitSeconds, isSending };
}

/** Why a message is left: people are back at a time, or all away. */
function useReason(): string {
  const { words, reader } = useChatSetting();
  const { open, opensAt } = usePeople();
  if (open || !opensAt) return words.leave.away;
  return fill(words.leave.closed, { time: formatOpening(new Date(opensAt), new Date(), reader) });
}

/** A message instead of waiting: what happened, and how to reach the customer. It becomes a ticket. */
function LeaveForm({ state }: { state: ChatState }) {
  const { words } = useChatSetting();
  const people = usePeople();
  const reason = useReason();
  const { submit, problem, waitSeconds, isSending } = useLeaving();
  const asked = state.messages.findLast((row) => row.kind === "incoming" && !ONLY_A_PERSON.test(row.text))?.text ?? "";
  return (
    <Notice label={words.leave.title}>
      <form onSubmit={submit} noValidate className="flex flex-col gap-3">
        <div>
          <p className="font-semibold text-20">{words.leave.title}</p>
          {state.status !== "queued" && (
            <p className="text-14 text-muted" suppressHydrationWarning>
              {reason}
            </p>
          )}
        </div>
        <div>
          <label htmlFor="leave-text" className="text-14">
            {words.leave.text}
          </label>
          <Textarea
            id="leave-text"
            name="text"
            rows={3}
            maxLength={TEXT_LIMIT}
            defaultValue={asked}
            aria-invalid={problem === "text"}
            controlSize={40}
            className="block"
          />
        </div>
        <div>
          <label htmlFor="leave-contact" className="text-14">
            {words.leave.contact}
          </label>
          <Input
            id="leave-contact"
            name="contact"
            maxLength={254}
            autoComplete="email"
            controlSize={40}
            aria-invalid={problem === "contact"}
            aria-describedby="leave-hint"
          />
          <p id="leave-hint" className="text-12 text-muted">
            {words.leave.contactHint}
          </p>
        </div>
        {problem && (
          <p role="alert" className="text-13 text-danger">
            {fill(words.leave.errors[problem], { wait: waitWords(words, waitSeconds) })}
          </p>
        )}
        <p className="flex flex-wrap gap-3">
          <Button type="submit" variant="primary" size={40} pending={isSending}>
            {words.leave.submit}
          </Button>
          {people.open && state.status === "assistant" && (
            <Button size={40} pending={people.isAsking} onClick={people.askAnyway}>
              {words.leave.queue}
            </Button>
          )}
          <Button size={40} onClick={() => people.show({ kind: "none" })}>
            {words.leave.cancel}
          </Button>
        </p>
      </form>
    </Notice>
  );
}

/** The receipt of a message left: its number and the link to its progress. */
function LeftNotice({ panel }: { panel: Extract<Panel, { kind: "left" }> }) {
  const { words, locale } = useChatSetting();
  const people = usePeople();
  const path = `/${locale}/requests/${panel.token}`;
  return (
    <Notice label={words.leave.title}>
      <p className="font-semibold text-20">{fill(words.leave.done, { number: panel.number })}</p>
      <p className="text-14 text-muted">{words.leave.doneHint}</p>
      <p className="mt-2 flex flex-wrap items-center gap-3">
        <a href={path} className="font-semibold text-14 text-accent underline underline-offset-2">
          {words.leave.link}
        </a>
        <CopyButton path={path} label={words.leave.copy} done={words.leave.copied} />
        <Button size={40} onClick={() => people.show({ kind: "none" })}>
          {words.leave.close}
        </Button>
      </p>
    </Notice>
  );
}

/** Leaving a message: the form, then its receipt. */
export default function LeavePanel({ state, panel }: { state: ChatState; panel: Panel }) {
  return panel.kind === "left" ? <LeftNotice panel={panel} /> : <LeaveForm state={state} />;
}
