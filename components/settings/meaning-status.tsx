import { getTranslations } from "next-intl/server";
import type { EndpointFailure } from "@/lib/contracts/answer-trace";

interface MeaningStatusProps {
  embedding: { model: string; waiting: number; failure: EndpointFailure | null } | null;
  rerank: string | null;
}

/** Which embedding and ranking models are configured, and how far embedding is; nothing where there is neither. */
export async function MeaningStatus({ embedding, rerank }: MeaningStatusProps) {
  const t = await getTranslations("settings.assistant.meaning");
  if (!embedding && !rerank) return null;
  return (
    <dl className="mt-6 max-w-[720px] divide-y divide-line border-line border-y text-13">
      {embedding && (
        <div className="flex flex-wrap justify-between gap-x-4 py-2">
          <dt>
            {t("embedding")} <span className="break-all text-muted">{embedding.model}</span>
          </dt>
          <dd>{t("waiting", { count: embedding.waiting })}</dd>
          {embedding.failure && <dd className="w-full text-danger">{t(`failure.${embedding.failure}`)}</dd>}
        </div>
      )}
      {rerank && (
        <div className="flex flex-wrap justify-between gap-x-4 py-2">
          <dt>
            {t("rerank")} <span className="break-all text-muted">{rerank}</span>
          </dt>
          <dd>{t("configured")}</dd>
        </div>
      )}
    </dl>
  );
}
