import NextAuth, { CredentialsSignin } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { db } from "@/db/client";
import { signInSchema } from "@/lib/contracts/team";
import { log } from "@/server/log";
import { clientAddressOf } from "./client-address";
import { authConfig } from "./config";
import { type SignInRefusal, verifyCredentials } from "./verify-credentials";

/** Carries the reason of a refusal through next-auth to the sign-in page. */
export class SignInRefused extends CredentialsSignin {
  constructor(readonly refusal: SignInRefusal) {
    super();
    this.code = refusal.reason;
  }
}

/** next-auth in Node routes: sessions, sign-in with e-mail and password, sign-out. */
export const { auth, signIn, signOut } = NextAuth({
  ...authConfig,
  logger: { error: (error) => log.warn({ type: error.name }, "sign-in refused"), warn: () => undefined },
  providers: [
    Credentials({
      credentials: { email: {}, password: {} },
      async authorize(credentials, request) {
        const input = signInSchema.safeParse(credentials);
        if (!input.success) throw new SignInRefused({ reason: "wrong", seconds: 0 });
        const address = clientAddressOf(request.headers);
        const outcome = await verifyCredentials({ db: db(), now: new Date() }, { ...input.data, address });
        if ("reason" in outcome) throw new SignInRefused(outcome);
        return outcome;
      },
    }),
  ],
});
