import { headers } from "next/headers";
import { PasswordPage } from "@/components/auth/password-page";
import { contextFor } from "@/server/request-context";
import { findStaffLink } from "@/server/team/staff-tokens";
import { setPasswordAction } from "./set-password-action";

/** What invitation and reset links open; looking at it uses nothing up. */
export async function LinkPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const ctx = contextFor({ kind: "anonymous" }, (await headers()).get("x-request-id"));
  const owner = await findStaffLink(ctx.db, ctx, token);
  return <PasswordPage owner={owner} action={setPasswordAction.bind(null, token)} />;
}
