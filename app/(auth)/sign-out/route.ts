import { signOut } from "@/server/auth/auth";

/** Ends this browser's session: the target of a form, so that no link can do it. */
export async function POST(request: Request): Promise<Response> {
  const origin = request.headers.get("origin");
  const host = request.headers.get("x-forwarded-host") ?? request.headers.get("host");
  if (!origin || !URL.canParse(origin) || new URL(origin).host !== host) return new Response(null, { status: 403 });
  await signOut({ redirect: false });
  return new Response(null, { status: 303, headers: { location: "/sign-in" } });
}
