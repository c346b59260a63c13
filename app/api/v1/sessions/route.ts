import { createSessionBody } from "@/lib/contracts/rest";
import { negotiateLocale } from "@/lib/i18n";
import { createSession } from "@/server/customers/create-session";
import { customerCookie } from "@/server/rest/customer-cookie";
import { clientAddress, limitRate } from "@/server/rest/rate-limit";
import { readJson } from "@/server/rest/read-json";
import { json, publicRoute } from "@/server/rest/route";

export const POST = publicRoute(async ({ ctx, request }) => {
  const body = await readJson(request, createSessionBody);
  await limitRate(ctx.db, "sessions", clientAddress(request));
  const locale = body.locale ?? negotiateLocale(request.headers.get("accept-language"));
  const session = await createSession({ ctx, input: { ...body, locale } });
  const response = json(201, session);
  const cookie = customerCookie(request, session.token);
  if (cookie) response.headers.append("set-cookie", cookie);
  return response;
});
