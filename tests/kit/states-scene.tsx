import { EmptyState } from "@/components/shared/empty-state";
import { ErrorState } from "@/components/shared/error-state";
import { LinkedText } from "@/components/shared/linked-text";
import { Mark } from "@/components/shared/mark";
import { Markdown } from "@/components/shared/markdown";
import { StageTrack } from "@/components/shared/stage-track";
import { Time } from "@/components/shared/time";
import { Button } from "@/components/ui/button";

const article = `退款在我们收到退货后 **3–5 个工作日**内原路退回。

## 各支付方式

| 方式 | 时间 |
| --- | --- |
| 信用卡 | 3–5 天 |
| 余额 | 即时 |

1. 打开“我的订单”，选择*退款*
2. See [Refund times](article:refund-times) or [our site](https://example.com)

> 节假日顺延。运行 \`zhida\`。
`;

/** Marks, states, stages and text. */
export function StatesScene() {
  const now = new Date("2026-03-10T06:31:00Z");
  return (
    <div className="grid gap-8 p-6 lg:grid-cols-2">
      <div className="flex items-center gap-4">
        <Mark size={14} />
        <Mark />
        <Mark state="open" size={32} />
        <Mark state="thinking" size={32} />
        <Mark plain size={32} className="text-muted" />
        <Time at={new Date(now.getTime() - 300_000)} now={now} locale="en" timeZone="UTC" />
      </div>
      <StageTrack
        label="Stages"
        stages={[
          { id: "1", label: "已受理", state: "done", detail: "10:31" },
          { id: "2", label: "处理中", state: "done", detail: "2 小时" },
          { id: "3", label: "等您补充", state: "waiting", detail: "5 分钟" },
          { id: "4", label: "已解决", state: "ahead" },
        ]}
      />
      <EmptyState title="您名下没有会话" body="队列里还有 7 个。" action={<Button variant="link">接入下一个</Button>} />
      <ErrorState
        title="This page could not be loaded"
        body="The server did not answer. Try again, or call us."
        action={<Button variant="primary">Try again</Button>}
        reference={{ label: "Request", value: "req_01h455vb4pex5" }}
      />
      <div className="max-w-[420px] self-start rounded-bubble rounded-bl-chip border border-line bg-surface px-3.5 py-2 text-16">
        <LinkedText text={"3*5 #A1029\n1. 看 https://example.com/a?b=1。**不是** Markdown"} />
      </div>
      <Markdown text={article} lang="zh" className="text-16" articleHref={(slug) => `/zh/articles/${slug}`} />
    </div>
  );
}
