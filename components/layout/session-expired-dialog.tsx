"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";

/** Says in place that the session ended. Signing in happens in another tab, so that drafts on this page stay. */
export function SessionExpiredDialog({ onRenewed }: { onRenewed: () => void }) {
  const t = useTranslations("shared.sessionExpired");
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog
      ref={dialog}
      aria-labelledby="session-expired-title"
      onCancel={(event) => event.preventDefault()}
      className="m-auto w-90 max-w-[calc(100vw-32px)] rounded-panel border border-line bg-surface p-6 shadow-floating"
    >
      <h2 id="session-expired-title" className="text-14 font-semibold">
        {t("title")}
      </h2>
      <p className="mt-2 text-muted">{t("body")}</p>
      <div className="mt-6 flex justify-end gap-2">
        <button type="button" onClick={onRenewed} className="h-8 rounded-control border border-edge px-3">
          {t("signedIn")}
        </button>
        <a
          href="/sign-in"
          target="_blank"
          rel="noreferrer"
          className="flex h-8 items-center rounded-control bg-accent px-3 font-semibold text-on-accent hover:bg-accent-hover"
        >
          {t("signIn")}
        </a>
      </div>
    </dialog>
  );
}
