import { type RefObject, useEffect, useRef, useState } from "react";
import type { PassageView } from "@/lib/contracts/knowledge";
import { formatDate } from "@/lib/time";
import { Button } from "../ui/button";
import { AnswerText } from "./answer-text";
import { Refusal } from "./chat-api";
import { useChatSetting } from "./chat-context";
import type { Cited } from "./chat-state";
import { fill } from "./chat-words";

type Loaded = PassageView | "gone" | "failed" | null;

/** Closes by going back to before it was opened, so that it is gone only when the way back is walked. */
function leave(dialog: HTMLDialogElement | null): void {
  if (history.state?.passage) history.back();
  else dialog?.close();
}

/** Opens with the source and gives the focus back; the browser's Back and Esc close it. */
function useOpenDialog(dialog: RefObject<HTMLDialogElement | null>, close: () => void): void {
  const onClose = useRef(close);
  onClose.current = close;
  useEffect(() => {
    const element = dialog.current;
    if (!element) return;
    element.showModal();
    history.pushState({ passage: true }, "");
    const onBack = () => element.close();
    const onCancel = (event: Event) => {
      event.preventDefault();
      leave(element);
    };
    const onClosed = () => {
      removeEventListener("popstate", onBack);
      // A browser may close it by Esc without asking.
      if (history.state?.passage) history.back();
      onClose.current();
    };
    addEventListener("popstate", onBack);
    element.addEventListener("cancel", onCancel);
    element.addEventListener("close", onClosed, { once: true });
    return () => {
      removeEventListener("popstate", onBack);
      element.removeEventListener("cancel", onCancel);
    };
  }, [dialog]);
}

function usePassage(source: Cited): Loaded {
  const { engine } = useChatSetting();
  const [loaded, setLoaded] = useState<{ id: string; passage: Loaded }>({ id: "", passage: null });
  const id = source.chunkId;
  useEffect(() => {
    engine.api
      .passage(id)
      .then((passage) => setLoaded({ id, passage }))
      .catch((error) =>
        setLoaded({ id, passage: error instanceof Refusal && error.status === 404 ? "gone" : "failed" }),
      );
  }, [engine, id]);
  return loaded.id === id ? loaded.passage : null;
}

/** A cited passage beside the conversation; a sheet from below on a phone. */
export default function PassagePanel({ source, close }: { source: Cited; close: () => void }) {
  const { words } = useChatSetting();
  const dialog = useRef<HTMLDialogElement>(null);
  useOpenDialog(dialog, close);
  const loaded = usePassage(source);
  return (
    <dialog ref={dialog} aria-labelledby="passage-title" className="passage-panel">
      <div className="flex items-start gap-3">
        <div className="min-w-0 grow">
          <p className="text-12 text-muted">{words.passage.title}</p>
          <h2 id="passage-title" className="font-semibold text-20">
            {source.title}
          </h2>
        </div>
        <Button size={40} onClick={() => leave(dialog.current)}>
          {words.passage.close}
        </Button>
      </div>
      <Passage loaded={loaded} url={source.url} />
    </dialog>
  );
}

function Passage({ loaded, url }: { loaded: Loaded; url: string }) {
  const { words, reader } = useChatSetting();
  if (loaded === null) return <p className="mt-4 text-muted">{words.passage.loading}</p>;
  if (typeof loaded === "string") return <p className="mt-4 text-muted">{words.passage[loaded]}</p>;
  const { publishedAt, headingPath, text, locale, current } = loaded;
  const body = text.replace(/^\s*#{1,6}[^\n]*\n/, "");
  return (
    <>
      {publishedAt && (
        <p className="text-13 text-muted">
          {fill(words.passage.updated, { date: formatDate(new Date(publishedAt), new Date(), reader) })}
        </p>
      )}
      <div lang={locale} className="mt-4 rounded-control bg-accent-soft px-4 py-3">
        {headingPath.length > 0 && <h3 className="font-semibold">{headingPath.at(-1)}</h3>}
        <AnswerText text={body} citations={[]} />
      </div>
      {!current && <p className="mt-3 text-13 text-muted">{words.passage.changed}</p>}
      <p className="mt-4">
        <a href={loaded.url || url} className="font-semibold text-accent underline underline-offset-2">
          {words.passage.open}
        </a>
      </p>
    </>
  );
}
