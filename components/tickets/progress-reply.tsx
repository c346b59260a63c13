"use client";

import { useActionState, useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";

type ReplyState = { text: string; problem: string };

export interface ProgressReplyProps {
  action: (before: ReplyState | null, form: FormData) => Promise<ReplyState>;
  /** Names this message: sent twice, it is stored once. */
  messageId: string;
  words: { label: string; hint: string; send: string };
}

/** The customer's answer on the progress page; a plain form without JavaScript. */
export function ProgressReply({ action, messageId, words }: ProgressReplyProps) {
  const [state, send, pending] = useActionState(action, null);
  // The page is asked for again while people write; the name must stay that of the first.
  const [id] = useState(messageId);
  return (
    <form action={send} className="mt-6 flex flex-col gap-3" noValidate>
      <input type="hidden" name="messageId" value={id} />
      <Field label={words.label} hint={words.hint} error={state?.problem} required>
        {(control) => (
          <Textarea {...control} name="text" controlSize={44} rows={3} maxLength={10_000} defaultValue={state?.text} />
        )}
      </Field>
      <div>
        <Button type="submit" variant="primary" size={44} pending={pending}>
          {words.send}
        </Button>
      </div>
    </form>
  );
}
