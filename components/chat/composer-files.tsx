import { useRef } from "react";
import { useChatSetting } from "./chat-context";
import { fill } from "./chat-words";
import type { ChosenFile, Files } from "./use-files";

/** Opens the browser's own file dialog. */
export function FileButton({ files }: { files: Files }) {
  const { words } = useChatSetting();
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <button
        type="button"
        aria-label={words.attach.add}
        title={words.attach.add}
        onClick={() => input.current?.click()}
        className="grid size-11 shrink-0 place-items-center rounded-panel text-muted hover:bg-hover"
      >
        <svg aria-hidden="true" viewBox="0 0 24 24" className="size-5 fill-none stroke-current" strokeWidth="1.75">
          <path
            d="m16 6-8.4 8.6a2 2 0 0 0 2.8 2.8l8.4-8.6a4 4 0 0 0-5.7-5.7l-8.4 8.5a6 6 0 0 0 8.5 8.5l8.4-8.6"
            strokeLinecap="round"
            strokeLinejoin="round"
          />
        </svg>
      </button>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        onChange={(event) => {
          files.add([...(event.target.files ?? [])]);
          event.target.value = "";
        }}
      />
    </>
  );
}

function stateOf(file: ChosenFile, words: ReturnType<typeof useChatSetting>["words"]): string {
  if (file.problem) return fill(words.attach[file.problem], { name: file.name });
  return file.stored ? file.name : fill(words.attach.sending, { name: file.name });
}

/** The files that go with the next message, each with the way to leave it out. */
export function FileList({ files }: { files: Files }) {
  const { words } = useChatSetting();
  if (files.chosen.length === 0) return null;
  return (
    <ul aria-label={words.attach.list} className="flex flex-wrap gap-2 pb-2">
      {files.chosen.map((file) => (
        <li
          key={file.key}
          className={`flex h-9 min-w-0 items-center rounded-control border pl-3 text-13 ${file.problem ? "border-danger text-danger" : "border-line"}`}
        >
          <span className="truncate">{stateOf(file, words)}</span>
          <button
            type="button"
            aria-label={fill(words.attach.remove, { name: file.name })}
            onClick={() => files.remove(file.key)}
            className="grid size-9 shrink-0 place-items-center text-muted hover:text-text"
          >
            <svg aria-hidden="true" viewBox="0 0 24 24" className="size-4 fill-none stroke-current" strokeWidth="1.75">
              <path d="M6 6l12 12M18 6 6 18" strokeLinecap="round" />
            </svg>
          </button>
        </li>
      ))}
    </ul>
  );
}
