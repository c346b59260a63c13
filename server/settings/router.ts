import { z } from "zod";
import { calendarHoursSchema } from "@/lib/contracts/calendars";
import { SETTINGS, type SettingsSubject, updateMailSchema, updateSettingsSchema } from "@/lib/contracts/settings";
import { firstFilesSchema, firstQuestionsSchema } from "@/lib/contracts/setup";
import { permittedProcedure, router } from "@/server/trpc";
import { addFirstQuestions, importFirstFiles } from "./add-first-knowledge";
import { getCalendar, updateCalendar } from "./calendar";
import { dismissFirstSteps, getFirstSteps } from "./first-steps";
import { readSettings } from "./get-settings";
import { listMails, retryMail } from "./list-mails";
import { getDemoProgress, loadDemo } from "./load-demo";
import { testMail } from "./test-mail";
import { getMailSettings, updateMail } from "./update-mail";
import { updateSettings } from "./update-settings";

const manage = permittedProcedure("settings:manage");
const outbox = permittedProcedure("mail:read");
const write = permittedProcedure("knowledge:write");
const SUBJECTS = [
  "company",
  "assistant",
  "recommendations",
  "model",
  "actions",
  "limits",
] as const satisfies readonly SettingsSubject[];
const idSchema = z.string().max(64);

export const settingsRouter = router({
  get: manage.input(z.enum(SUBJECTS)).query(async ({ ctx, input }) => {
    const { value, version } = await readSettings(ctx.db, input);
    return { value: SETTINGS[input].parse(value), version };
  }),
  update: manage.input(updateSettingsSchema).mutation(({ ctx, input }) => updateSettings({ ctx, input })),
  calendar: manage.query(({ ctx }) => getCalendar({ ctx })),
  updateCalendar: manage.input(calendarHoursSchema).mutation(({ ctx, input }) => updateCalendar({ ctx, input })),
  mail: manage.query(({ ctx }) => getMailSettings({ ctx })),
  updateMail: manage.input(updateMailSchema).mutation(({ ctx, input }) => updateMail({ ctx, input })),
  testMail: manage.mutation(({ ctx }) => testMail({ ctx })),
  mails: outbox.input(z.object({ cursor: idSchema.nullish() })).query(({ ctx, input }) => listMails({ ctx, input })),
  retryMail: manage.input(z.object({ mailId: idSchema })).mutation(({ ctx, input }) => retryMail({ ctx, input })),
  addFirstQuestions: write.input(firstQuestionsSchema).mutation(({ ctx, input }) => addFirstQuestions({ ctx, input })),
  importFirstFiles: write.input(firstFilesSchema).mutation(({ ctx, input }) => importFirstFiles({ ctx, input })),
  loadDemo: manage.mutation(({ ctx }) => loadDemo({ ctx })),
  demoProgress: manage.query(({ ctx }) => getDemoProgress({ ctx })),
  firstSteps: manage.query(({ ctx }) => getFirstSteps({ ctx })),
  dismissFirstSteps: manage.mutation(({ ctx }) => dismissFirstSteps({ ctx })),
});
