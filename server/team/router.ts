import { z } from "zod";
import { inviteStaffSchema, passwordSchema, personNameSchema, updateStaffSchema } from "@/lib/contracts/team";
import { LOCALES } from "@/lib/i18n";
import { permittedProcedure, router } from "@/server/trpc";
import { createApiKey, listApiKeys, revokeApiKey } from "./api-keys";
import { inviteStaff, renewStaffLink } from "./invite-staff";
import { listStaff } from "./list-staff";
import { getProfile, updateProfile } from "./own-profile";
import { changePassword } from "./set-password";
import { updateStaff } from "./update-staff";

const own = permittedProcedure("team:read");
const manage = permittedProcedure("team:manage");
const idSchema = z.string().max(64);

export const teamRouter = router({
  list: own.query(({ ctx }) => listStaff({ ctx })),
  invite: manage.input(inviteStaffSchema).mutation(({ ctx, input }) => inviteStaff({ ctx, input })),
  renewLink: manage.input(z.object({ staffId: idSchema })).mutation(({ ctx, input }) => renewStaffLink({ ctx, input })),
  update: manage.input(updateStaffSchema).mutation(({ ctx, input }) => updateStaff({ ctx, input })),
  profile: own.query(({ ctx }) => getProfile({ ctx })),
  updateProfile: own
    .input(z.object({ publicName: personNameSchema.optional(), locale: z.enum(LOCALES).optional() }))
    .mutation(({ ctx, input }) => updateProfile({ ctx, input })),
  changePassword: own
    .input(z.object({ current: z.string().max(200), password: passwordSchema }))
    .mutation(({ ctx, input }) => changePassword({ ctx, input })),
  apiKeys: own.query(({ ctx }) => listApiKeys({ ctx })),
  createApiKey: own
    .input(z.object({ name: personNameSchema }))
    .mutation(({ ctx, input }) => createApiKey({ ctx, input })),
  revokeApiKey: own.input(z.object({ keyId: idSchema })).mutation(({ ctx, input }) => revokeApiKey({ ctx, input })),
});
