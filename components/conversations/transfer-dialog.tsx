"use client";

import { useMutation, useQuery } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { useMe } from "../layout/console-context";
import { useTRPC } from "../layout/trpc-client";
import { PresenceShape } from "../routing/presence-shape";
import { useAgents } from "../routing/use-presence";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { showToast } from "../ui/toast-store";
import type { ConversationDetail } from "./conversation-types";
import { useWritten } from "./outbox-provider";
import { useFailureWords, useRefreshConversation } from "./use-conversation-actions";

type Target = { groupId: string } | { staffId: string };
const sameTarget = (a: Target | null, b: Target) => JSON.stringify(a) === JSON.stringify(b);

function Choice({
  label,
  detail,
  chosen,
  disabled = false,
  onChoose,
}: {
  label: string;
  detail: React.ReactNode;
  chosen: boolean;
  disabled?: boolean;
  onChoose: () => void;
}) {
  return (
    <label className="flex min-h-9 items-center gap-2 rounded-control px-2 hover:bg-hover has-checked:bg-accent-soft has-disabled:text-muted has-focus-visible:outline-2 has-focus-visible:outline-accent pointer-coarse:min-h-11">
      <input
        type="radio"
        name="transfer-target"
        className="accent-accent"
        checked={chosen}
        disabled={disabled}
        onChange={onChoose}
      />
      <span className="min-w-0 grow truncate">{label}</span>
      <span className="flex shrink-0 items-center gap-1.5 text-12 text-muted tabular-nums">{detail}</span>
    </label>
  );
}

function Groups({ target, onTarget }: { target: Target | null; onTarget: (target: Target) => void }) {
  const t = useTranslations("conversations.transfer");
  const [trpc, locale] = [useTRPC(), useLocale()];
  const { data: groups = [] } = useQuery(trpc.routing.groups.queryOptions());
  const { data: agents = [] } = useAgents();
  return groups.map(({ id, name }) => {
    const online = agents.filter((agent) => agent.state === "online" && agent.groupIds.includes(id)).length;
    return (
      <Choice
        key={id}
        label={name[locale] ?? name.zh ?? name.en ?? id}
        detail={t("online", { count: online })}
        chosen={sameTarget(target, { groupId: id })}
        onChoose={() => onTarget({ groupId: id })}
      />
    );
  });
}

const RANK = { online: 0, busy: 1, away: 2, offline: 3 } as const;

function People({
  holderId,
  target,
  onTarget,
}: {
  holderId: string | null;
  target: Target | null;
  onTarget: (target: Target) => void;
}) {
  const states = useTranslations("routing.state");
  const t = useTranslations("conversations.transfer");
  const { data: agents = [] } = useAgents();
  const others = agents
    .filter((agent) => agent.id !== holderId)
    .sort((a, b) => RANK[a.state] - RANK[b.state] || a.load - b.load);
  return others.map(({ id, name, state, load, capacity }) => (
    <Choice
      key={id}
      label={name}
      detail={
        <>
          <PresenceShape state={state} /> {state === "offline" ? t("notThere") : states(state)}{" "}
          {capacity > 0 && `${load}/${capacity}`}
        </>
      }
      disabled={state === "offline"}
      chosen={sameTarget(target, { staffId: id })}
      onChoose={() => onTarget({ staffId: id })}
    />
  ));
}

/** Passing a conversation on: to a group's queue or to one person, with how busy each is. */
export function TransferDialog({
  conversation,
  open,
  onClose,
}: {
  conversation: ConversationDetail;
  open: boolean;
  onClose: () => void;
}) {
  const t = useTranslations("conversations.transfer");
  const shared = useTranslations("shared");
  const [trpc, me, written] = [useTRPC(), useMe(), useWritten()];
  const [target, setTarget] = useState<Target | null>(null);
  const refresh = useRefreshConversation();
  const words = useFailureWords();
  const conversationId = conversation.id;
  const mine = conversation.assigneeId === me.id;
  const takeBack = useMutation(
    trpc.conversations.undoTransfer.mutationOptions({
      onError: (error) => void showToast({ message: words(error) }),
      onSettled: () => refresh(conversationId),
    }),
  );
  const transfer = useMutation(
    trpc.conversations.transfer.mutationOptions({
      onMutate: () => written(conversationId),
      onSuccess: () => {
        showToast({ message: t("done"), onUndo: mine ? () => takeBack.mutate({ conversationId }) : undefined });
        onClose();
      },
      onSettled: () => refresh(conversationId),
    }),
  );
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => !next && onClose()}
      title={t("title")}
      description={t("description")}
      closeLabel={shared("close")}
      footer={
        <Button
          variant="primary"
          disabled={!target}
          pending={transfer.isPending}
          onClick={() => target && transfer.mutate({ conversationId, ...target })}
        >
          {t("action")}
        </Button>
      }
    >
      <fieldset>
        <legend className="pb-1 text-12 text-muted">{t("groups")}</legend>
        <Groups target={target} onTarget={setTarget} />
      </fieldset>
      <fieldset className="mt-3">
        <legend className="pb-1 text-12 text-muted">{t("people")}</legend>
        <People holderId={conversation.assigneeId} target={target} onTarget={setTarget} />
      </fieldset>
      {transfer.isError && (
        <p role="alert" className="mt-3 text-danger">
          {words(transfer.error)}
        </p>
      )}
    </Dialog>
  );
}
