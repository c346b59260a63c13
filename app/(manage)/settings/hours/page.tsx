import { HoursForm } from "@/components/settings/hours-form";
import { getCalendar } from "@/server/settings/calendar";
import { SettingsPage } from "../settings-page";

export default function HoursPage() {
  return (
    <SettingsPage subject="hours" permission="settings:manage">
      {async (ctx) => <HoursForm initial={await getCalendar({ ctx })} />}
    </SettingsPage>
  );
}
