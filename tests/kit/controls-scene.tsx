import { Bell, Send } from "lucide-react";
import { Avatar } from "@/components/ui/avatar";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Chip } from "@/components/ui/chip";
import { Field } from "@/components/ui/field";
import { IconButton } from "@/components/ui/icon-button";
import { Input } from "@/components/ui/input";
import { Kbd } from "@/components/ui/kbd";
import { Select } from "@/components/ui/select";
import { Separator } from "@/components/ui/separator";
import { Skeleton } from "@/components/ui/skeleton";
import { Switch } from "@/components/ui/switch";
import { Tabs, TabsContent, TabsList, TabsTrigger } from "@/components/ui/tabs";
import { Textarea } from "@/components/ui/textarea";

const variants = ["primary", "secondary", "quiet", "link", "danger"] as const;
const sizes = [28, 32, 40, 44] as const;

function Buttons() {
  return sizes.map((size) => (
    <div key={size} className="flex flex-wrap items-center gap-2">
      {variants.map((variant) => (
        <Button key={variant} variant={variant} size={size}>
          Send reply
        </Button>
      ))}
      <Button size={size} disabled>
        转人工
      </Button>
      <Button size={size} variant="primary" pending>
        发送
      </Button>
    </div>
  ));
}

function Fields() {
  return (
    <div className="grid max-w-[720px] gap-4 sm:grid-cols-2">
      <Field label="Name" hint="Shown to customers" optionalLabel="optional">
        {(control) => <Input {...control} placeholder="Li Wei" />}
      </Field>
      <Field label="邮箱" error="这个邮箱地址不完整，请检查 @ 后面的部分。" required>
        {(control) => <Input {...control} controlSize={40} defaultValue="li@" />}
      </Field>
      <Field label="Channel">
        {(control) => <Select {...control} placeholder="All" options={[{ value: "web", label: "Web" }]} />}
      </Field>
      <Field label="发生了什么">{(control) => <Textarea {...control} placeholder="请描述您遇到的问题…" />}</Field>
      <Checkbox label="Send a copy by mail" hint="Only to verified addresses" defaultChecked />
      <Switch label="声音提醒" hint="有新会话排队时响一声" defaultChecked />
      <Switch label="Desktop notices" />
    </div>
  );
}

/** Every control in its sizes and states. */
export function ControlsScene() {
  return (
    <div className="flex flex-col gap-6 p-6">
      <Buttons />
      <Separator />
      <Fields />
      <div className="flex flex-wrap items-center gap-4">
        <Chip shape="empty">new</Chip>
        <Chip shape="half">in progress</Chip>
        <Chip shape="full">solved</Chip>
        <Chip shape="dot" tone="accent">
          online
        </Chip>
        <Chip shape="dot-half">busy</Chip>
        <Chip shape="dot-dashed">away</Chip>
        <Chip shape="dot-empty" tone="muted">
          离线
        </Chip>
        <Chip outlined>退款</Chip>
        <Chip tone="danger">2:10 late</Chip>
        <Badge count={7} tone="accent" />
        <Badge count={12} />
        <Badge count={340} />
        <Kbd>⌘K</Kbd>
        <IconButton icon={Bell} label="Notices" shortcut="n" />
        <IconButton icon={Send} label="Send" variant="primary" size={44} />
      </div>
      <div className="flex items-center gap-3">
        <Avatar name="客服甲" size={24} />
        <Avatar name="王芳" size={24} />
        <Avatar name="Ada Lovelace" />
        <Avatar name="欧阳娜娜" size={40} />
        <Skeleton className="h-8 w-48" />
      </div>
      <Tabs defaultValue="a">
        <TabsList>
          <TabsTrigger value="a">Reply</TabsTrigger>
          <TabsTrigger value="b">备注</TabsTrigger>
        </TabsList>
        <TabsContent value="a">Panel</TabsContent>
      </Tabs>
    </div>
  );
}
