"use client";

import { Ellipsis, PanelRight } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useShortcuts } from "../shared/use-shortcuts";
import { CreateTicketDialog } from "../tickets/create-ticket-dialog";
import { Button } from "../ui/button";
import { DropdownMenu, DropdownMenuItem } from "../ui/dropdown-menu";
import { IconButton } from "../ui/icon-button";
import { showToast } from "../ui/toast-store";
import { CloseDialog } from "./close-dialog";
import type { ConversationRights } from "./conversation-rights";
import type { ConversationDetail } from "./conversation-types";
import { unsettled } from "./question-checklist";
import { TransferDialog } from "./transfer-dialog";

type Props = {
  conversation: ConversationDetail;
  rights: ConversationRights;
  resolving: boolean;
  /** With why, when questions of it are open. */
  onResolve: (reason?: string) => void;
  onPanel: () => void;
};

type Action = { name: "transfer" | "ticket" | "panel"; run: () => void };

/** All but the panel as buttons; on a phone everything but Resolve moves into a menu. */
function Buttons({ actions }: { actions: readonly Action[] }) {
  const t = useTranslations("conversations.thread");
  return (
    <>
      {actions
        .filter(({ name }) => name !== "panel")
        .map(({ name, run }) => (
          <Button key={name} onClick={run} className="max-md:hidden">
            {t(name)}
          </Button>
        ))}
      <span className="md:hidden">
        <DropdownMenu
          align="end"
          trigger={
            <Button variant="quiet" shape="icon" aria-label={t("more")}>
              <Ellipsis size={16} strokeWidth={1.75} aria-hidden />
            </Button>
          }
        >
          {actions.map(({ name, run }) => (
            <DropdownMenuItem key={name} onSelect={run}>
              {t(name)}
            </DropdownMenuItem>
          ))}
        </DropdownMenu>
      </span>
    </>
  );
}

/** What can be done with a conversation, by right; `a` and `e` are its keys. */
export function ThreadActions({ conversation, rights, resolving, onResolve, onPanel }: Props) {
  const t = useTranslations("conversations.thread");
  const [dialog, setDialog] = useState<"transfer" | "ticket" | "close" | null>(null);
  const open = unsettled(conversation.questions).map(({ text }) => text);
  const resolve = () => (open.length > 0 ? setDialog("close") : onResolve());
  useShortcuts({
    a: () => rights.transfer && setDialog("transfer"),
    e: () => rights.resolve && resolve(),
  });
  const close = () => setDialog(null);
  const actions: Action[] = [
    ...(rights.transfer ? [{ name: "transfer", run: () => setDialog("transfer") } as const] : []),
    ...(rights.note ? [{ name: "ticket", run: () => setDialog("ticket") } as const] : []),
    { name: "panel", run: onPanel },
  ];
  return (
    <>
      {rights.resolve && (
        <Button pending={resolving} onClick={resolve} className="order-1">
          {t("resolve")}
        </Button>
      )}
      <Buttons actions={actions} />
      <span className="order-2 max-md:hidden xl:hidden">
        <IconButton icon={PanelRight} label={t("panel")} onClick={onPanel} />
      </span>
      {dialog === "transfer" && <TransferDialog conversation={conversation} open onClose={close} />}
      {dialog === "close" && (
        <CloseDialog
          open={open}
          onCancel={close}
          onClose={(reason) => {
            close();
            onResolve(reason);
          }}
        />
      )}
      {dialog === "ticket" && (
        <CreateTicketDialog
          conversationId={conversation.id}
          open
          onClose={close}
          onCreated={({ number }) => showToast({ message: t("ticketCreated", { number: String(number) }) })}
        />
      )}
    </>
  );
}
