import { BookOpen, ChartNoAxesColumn, Inbox, Settings, Ticket, Users } from "lucide-react";
import { AuthCard } from "@/components/layout/auth-card";
import { ConsoleShell } from "@/components/layout/console-shell";
import { HelpFooter } from "@/components/layout/help-footer";
import { HelpHeader } from "@/components/layout/help-header";
import { ManageShell } from "@/components/layout/manage-shell";
import { AskCorners } from "@/components/shared/ask-corners";
import { PageHeader } from "@/components/shared/page-header";
import { Avatar } from "@/components/ui/avatar";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";

const stroke = { size: 20, strokeWidth: 1.75 };

/** The console's frame around management. */
export function ConsoleScene() {
  return (
    <ConsoleShell
      items={[
        { href: "/inbox", label: "会话", icon: <Inbox {...stroke} />, count: 7 },
        { href: "/tickets", label: "工单", icon: <Ticket {...stroke} /> },
        { href: "/customers", label: "客户", icon: <Users {...stroke} /> },
        { href: "/knowledge", label: "Knowledge", icon: <BookOpen {...stroke} /> },
      ]}
      secondaryItems={[
        { href: "/analytics", label: "Analytics", icon: <ChartNoAxesColumn {...stroke} /> },
        { href: "/settings", label: "Settings", icon: <Settings {...stroke} /> },
      ]}
      presenceMenu={<Avatar name="客服甲" />}
    >
      <ManageShell
        title="Management"
        sections={[
          {
            items: [
              { href: "/inbox", label: "Overview" },
              { href: "/quality", label: "Quality" },
            ],
          },
          {
            heading: "Set up",
            items: [
              { href: "/team", label: "Team", count: 2 },
              { href: "/sla", label: "SLA" },
            ],
          },
        ]}
      >
        <PageHeader title="Overview" actions={<Button variant="primary">Invite</Button>} />
        <AuthCard title="Sign in" description="With your work address" footer="No account? Ask your administrator.">
          <Field label="E-mail">{(control) => <Input {...control} controlSize={40} />}</Field>
          <Button variant="primary" size={40}>
            Sign in
          </Button>
        </AuthCard>
      </ManageShell>
    </ConsoleShell>
  );
}

/** Head, ask field and foot of the help center. */
export function HelpScene() {
  return (
    <>
      <HelpHeader
        companyName="某某数码"
        homeHref="/zh"
        skipLabel="跳到正文"
        navigationLabel="主导航"
        links={[{ href: "/zh/requests", label: "我的服务单" }]}
        languages={[{ href: "/en", label: "English", lang: "en" }]}
        talk={{ href: "/zh/chat", label: "转人工" }}
      />
      <main id="content" className="mx-auto max-w-[960px] px-4 py-16 sm:px-6">
        <h1 className="font-semibold text-28 sm:text-40">有什么可以帮您？</h1>
        <AskCorners className="mt-6">
          <Input controlSize={44} className="h-14" placeholder="直接提问，或搜索帮助文章" />
        </AskCorners>
      </main>
      <HelpFooter hours="人工服务时间 周一至周五 9:00–18:00（北京时间）" links={[{ href: "/p", label: "隐私" }]} />
    </>
  );
}
