"use client";

import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";

type RatingState = { score: number | null; comment: string; problem: string };

export interface RatingFormProps {
  action: (before: RatingState | null, form: FormData) => Promise<RatingState>;
  current: { score: number; comment: string | null } | null;
  words: { score: string; scores: { score: number; label: string }[]; comment: string; submit: string };
}

/** Four radio buttons in words, best first, and a comment. A plain form without JavaScript. */
export function RatingForm({ action, current, words }: RatingFormProps) {
  const [state, send, pending] = useActionState(action, null);
  const chosen = state?.score ?? current?.score;
  return (
    <form action={send} className="mt-6 flex flex-col gap-6" noValidate>
      <fieldset aria-describedby={state?.problem ? "rating-problem" : undefined}>
        <legend className="font-semibold text-14">{words.score}</legend>
        {state?.problem && (
          <p id="rating-problem" role="alert" className="mt-1 text-14 text-danger">
            {state.problem}
          </p>
        )}
        <div key={chosen} className="mt-2 border-line border-t">
          {words.scores.map(({ score, label }) => (
            <label
              key={score}
              className="flex min-h-12 cursor-pointer items-center gap-3 border-line border-b hover:bg-hover has-[:checked]:font-semibold"
            >
              <input
                type="radio"
                name="score"
                value={score}
                defaultChecked={chosen === score}
                className="size-5 accent-accent"
              />
              {label}
            </label>
          ))}
        </div>
      </fieldset>
      <Field label={words.comment}>
        {(control) => (
          <Textarea
            {...control}
            name="comment"
            rows={3}
            controlSize={44}
            maxLength={1000}
            defaultValue={state?.comment ?? current?.comment ?? ""}
          />
        )}
      </Field>
      <div>
        <Button type="submit" variant="primary" size={44} pending={pending}>
          {words.submit}
        </Button>
      </div>
    </form>
  );
}
