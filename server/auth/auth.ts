import NextAuth from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { db } from "@/db/client";
import { signInSchema } from "@/lib/contracts/team";
import { log } from "@/server/log";
import { authConfig } from "./config";
import { verifyCredentials } from "./verify-credentials";

/** next-auth in Node routes: sessions, sign-in with e-mail and password, sign-out. */
export const { handlers, auth, signIn, signOut } = NextAuth({
  ...authConfig,
  logger: { error: (error) => log.warn({ type: error.name }, "sign-in refused"), warn: () => undefined },
  providers: [
    Credentials({
      credentials: { email: {}, password: {} },
      async authorize(credentials, request) {
        const input = signInSchema.safeParse(credentials);
        if (!input.success) return null;
        const address = request.headers.get("x-forwarded-for") ?? "unknown";
        return verifyCredentials({ db: db(), now: new Date() }, { ...input.data, address });
      },
    }),
  ],
});
