import { Mark } from "../shared/mark";
import { Button } from "../ui/button";
import { useChatSetting } from "./chat-context";
import { fill } from "./chat-words";

/** The first line: who is answering, what may be asked, what happens to what is written. */
export function Opening({ suggestions, privacyUrl }: { suggestions: readonly string[]; privacyUrl: string }) {
  const { engine, words, company, assistant } = useChatSetting();
  return (
    <li>
      <p className="flex items-center gap-1.5 text-12 text-muted">
        <Mark size={14} />
        <span>
          {assistant} · <span className="font-semibold">{words.ai}</span>
        </span>
      </p>
      <div className="answer-quote answer-whole mt-1">
        <p>{fill(words.first, { company })}</p>
        {privacyUrl && (
          <p className="mt-1 text-13">
            <a href={privacyUrl} className="text-muted underline underline-offset-2">
              {words.privacy}
            </a>
          </p>
        )}
      </div>
      {suggestions.length > 0 && (
        <section aria-label={words.suggestions} className="needs-script mt-4">
          <p className="text-13 text-muted">{words.suggestions}</p>
          <ul className="mt-2 flex flex-wrap gap-2">
            {suggestions.map((question) => (
              <li key={question} className="max-w-full">
                <Button
                  size={40}
                  className="max-w-full font-normal! whitespace-normal! h-auto! min-h-10 py-2 text-left"
                  onClick={() => engine.send(question)}
                >
                  {question}
                </Button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </li>
  );
}
