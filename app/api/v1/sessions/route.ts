import { createSessionBody } from "@/lib/contracts/rest";
import { hashToken } from "@/lib/crypto";
import { negotiateLocale } from "@/lib/i18n";
import { clientAddressOf } from "@/server/auth/client-address";
import { createSession } from "@/server/customers/create-session";
import { customerCookie } from "@/server/rest/customer-cookie";
import { limitRate } from "@/server/rest/rate-limit";
import { readJson } from "@/server/rest/read-json";
import { json, publicRoute } from "@/server/rest/route";

export const POST = publicRoute("calls", async ({ ctx, request }) => {
  const body = await readJson(request, createSessionBody);
  const token = body.identityToken && (await hashToken(body.identityToken));
  await limitRate(ctx.db, "sessions", { token, address: clientAddressOf(request.headers) });
  const locale = body.locale ?? negotiateLocale(request.headers.get("accept-language"));
  const session = await createSession({ ctx, input: { ...body, locale } });
  const response = json(201, session);
  const cookie = customerCookie(request, session.token);
  if (cookie) response.headers.append("set-cookie", cookie);
  return response;
});
