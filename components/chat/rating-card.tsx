import { type FormEvent, useState } from "react";
import { readStored, writeStored } from "../shared/stored-value";
import { Button } from "../ui/button";
import { Textarea } from "../ui/textarea";
import { useChatSetting } from "./chat-context";
import { fill } from "./chat-words";

const SCORES = [4, 3, 2, 1] as const;
const REASONS = ["reason1", "reason2", "reason3", "reason4"] as const;
const WITH_REASONS = 2;

function useRating(endingId: string) {
  const { engine, words } = useChatSetting();
  const [score, setScore] = useState(() => Number(readStored(`rated.${endingId}`)) || 0);
  const [problem, setProblem] = useState("");
  const rate = async (next: number, comment?: string): Promise<boolean> => {
    const id = engine.state().conversationId;
    if (!id) return false;
    try {
      await engine.persist(() => engine.api.rate(id, { score: next, comment }));
      setScore(next);
      setProblem("");
      writeStored(`rated.${endingId}`, String(next));
      return true;
    } catch {
      setProblem(words.rating.failed);
      return false;
    }
  };
  return { score, problem, rate };
}

/** How satisfied, best first, in words. One tap stores; reasons and a comment may follow; it can be changed for a day. */
export default function RatingCard({ endingId, name }: { endingId: string; name: string }) {
  const { words } = useChatSetting();
  const { score, problem, rate } = useRating(endingId);
  const [isChanging, setChanging] = useState(false);
  const isAsking = score === 0 || isChanging;
  return (
    <li className="border-line border-y py-4">
      <h2 className="font-semibold text-16">{fill(words.rating.title, { name: name || words.agent })}</h2>
      {isAsking ? (
        <div className="mt-3 grid grid-cols-2 gap-3">
          {SCORES.map((value) => (
            <Button key={value} size={44} onClick={async () => setChanging(!(await rate(value)))}>
              {words.rating[`score${value}`]}
            </Button>
          ))}
        </div>
      ) : (
        <>
          <p className="mt-2">
            {words.rating[`score${score as (typeof SCORES)[number]}`]} · {words.rating.thanks}{" "}
            <Button variant="link" onClick={() => setChanging(true)}>
              {words.rating.change}
            </Button>
          </p>
          <Comment score={score} rate={rate} />
        </>
      )}
      {problem && (
        <p role="alert" className="mt-2 text-13 text-danger">
          {problem}
        </p>
      )}
    </li>
  );
}

type CommentProps = { score: number; rate: (score: number, comment: string) => Promise<boolean> };

function Comment({ score, rate }: CommentProps) {
  const { words } = useChatSetting();
  const [isSaved, setSaved] = useState(false);
  if (isSaved) return <p className="mt-2 text-14 text-muted">{words.rating.saved}</p>;
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const said = [...form.getAll("reason"), form.get("comment")].map(String).filter(Boolean);
    if (said.length > 0) setSaved(await rate(score, said.join("\n")));
  };
  return (
    <form onSubmit={submit} className="mt-3">
      {score <= WITH_REASONS && (
        <fieldset className="mb-3">
          <legend className="text-14">{words.rating.reasons}</legend>
          <div className="mt-1 flex flex-wrap gap-x-6">
            {REASONS.map((reason) => (
              <label key={reason} className="flex min-h-11 items-center gap-2 text-14">
                <input type="checkbox" name="reason" value={words.rating[reason]} className="size-4 accent-accent" />
                {words.rating[reason]}
              </label>
            ))}
          </div>
        </fieldset>
      )}
      <label htmlFor="rating-comment" className="text-14">
        {words.rating.comment}
      </label>
      <Textarea id="rating-comment" name="comment" rows={2} maxLength={900} controlSize={40} className="mt-1 block" />
      <Button type="submit" size={40} className="mt-2">
        {words.rating.submit}
      </Button>
    </form>
  );
}
