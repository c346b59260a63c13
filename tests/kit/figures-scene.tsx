import { BarChart } from "@/components/shared/bar-chart";
import { DataTable } from "@/components/shared/data-table";
import { FilterBar } from "@/components/shared/filter-bar";
import { LineChart } from "@/components/shared/line-chart";
import { PageHeader } from "@/components/shared/page-header";
import { StatTile } from "@/components/shared/stat-tile";
import { Button } from "@/components/ui/button";
import { Chip } from "@/components/ui/chip";

const days = Array.from({ length: 14 }, (_, index) => `Mar ${index + 1}`);
const rising = days.map((_, index) => 0.55 + 0.02 * index + 0.05 * Math.sin(index));
const flat = days.map((_, index) => 0.5 + 0.03 * Math.cos(index));
const counts = days.map((_, index) => 80 + Math.round(40 * Math.sin(index / 2)));
const percent = (value: number) => `${Math.round(value * 100)} %`;

const tickets = [
  { id: "10482", subject: "定金超过三天还能退吗，订单 A1029", customer: "Ada Lovelace", wait: "2:10" },
  {
    id: "10481",
    subject: "The courier says it was delivered on Monday, but nothing arrived",
    customer: "王芳",
    wait: "0:42",
  },
];

function Tiles() {
  return (
    <div className="grid grid-cols-2 gap-6 lg:grid-cols-4">
      <StatTile
        label="CSAT"
        definition="Share of 4 and 3 among rated."
        value="92"
        unit="%"
        comparison={{ direction: "up", text: "3 points vs last week", verdict: "better" }}
        sample="184 of 612 rated"
        trend={{ values: rising, label: "CSAT, 14 days, rising" }}
      />
      <StatTile
        label="首次响应时长（中位数）"
        definition="…"
        value="0:48"
        comparison={{ direction: "down", text: "12 秒，比上周" }}
        freshness="实时"
        trend={{ values: flat, label: "flat" }}
      />
      <StatTile label="Queue" definition="…" value="7" sample="longest 2:10" freshness="as of 10:32" />
      <StatTile label="Containment" definition="…" value="–" sample="3 conversations" />
    </div>
  );
}

/** Tiles, charts, filters and a table. */
export function FiguresScene() {
  return (
    <div className="mx-auto flex max-w-[1200px] flex-col gap-8 p-6">
      <PageHeader title="Overview" description="Company time, GMT+8" actions={<Button>Export</Button>} />
      <FilterBar
        fields={[
          { name: "period", label: "Period", value: "7d", options: [{ value: "7d", label: "Last 7 days" }] },
          { name: "q", label: "Search", value: "" },
        ]}
      >
        612
      </FilterBar>
      <Tiles />
      <div className="grid gap-8 lg:grid-cols-2">
        <LineChart
          title="CSAT"
          note="14 days"
          labels={days}
          series={[
            { name: "Web", values: rising },
            { name: "Email", values: flat },
            { name: "App", values: flat.map((value) => value - 0.01) },
          ]}
          format={percent}
        />
        <BarChart
          title="Conversations"
          labels={days}
          series={{ name: "Conversations", values: counts }}
          format={(value) => String(value)}
        />
      </div>
      <DataTable
        caption="Tickets"
        rows={tickets}
        rowKey={(row) => row.id}
        rowHref={(row) => `/tickets/${row.id}`}
        isSelected={(row) => row.id === "10481"}
        sort={{ by: "wait", direction: "descending", href: () => "#" }}
        onMore={() => undefined}
        columns={[
          { id: "subject", header: "Subject", cell: (row) => row.subject },
          { id: "customer", header: "Customer", cell: (row) => row.customer },
          { id: "status", header: "Status", cell: () => <Chip shape="half">in progress</Chip> },
          { id: "wait", header: "Wait", cell: (row) => row.wait, numeric: true, sortable: true, phone: "aside" },
        ]}
      />
    </div>
  );
}
