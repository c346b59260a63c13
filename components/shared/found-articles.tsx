import { cx } from "class-variance-authority";
import { Button } from "../ui/button";

/** An article that was found; `lang` is the language of its title where it differs from the others'. */
export type FoundArticle = { id: string; title: string; lang?: string };

type FoundArticlesProps = {
  /** Null before anything is sought. */
  found: readonly FoundArticle[] | null;
  /** How many were found, in words: told to everybody where there are none, else to screen readers. */
  count: string;
  lang?: string;
  pending?: boolean;
  className?: string;
  onPick: (id: string) => void;
};

/** The articles that a search by title found, to pick one from. */
export function FoundArticles({ found, count, lang, pending, className, onPick }: FoundArticlesProps) {
  return (
    <>
      <p role="status" className={found?.length === 0 ? "text-12 text-muted" : "sr-only"}>
        {found && count}
      </p>
      {found && found.length > 0 && (
        <ul lang={lang} className={cx(className)}>
          {found.map(({ id, title, lang: own }) => (
            <li key={id} lang={own}>
              <Button
                size={28}
                variant="quiet"
                pending={pending}
                className="h-auto! min-h-7 w-full justify-start! whitespace-normal! px-1! py-1 text-left font-normal!"
                onClick={() => onPick(id)}
              >
                {title}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
