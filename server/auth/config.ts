import type { NextAuthConfig } from "next-auth";

/** The claims of a staff session. `sessionVersion` is compared with the database on every request. */
export type StaffClaims = { staffId: string; sessionVersion: number };

declare module "next-auth" {
  interface User {
    sessionVersion?: number;
  }
  interface Session {
    staff?: StaffClaims;
  }
}

/** The part of the configuration that needs neither Node nor the database, so edge routes can read sessions. */
export const authConfig = {
  trustHost: true,
  session: { strategy: "jwt", maxAge: 12 * 60 * 60 },
  pages: { signIn: "/sign-in" },
  providers: [],
  callbacks: {
    jwt({ token, user }) {
      return user ? { ...token, staffId: user.id, sessionVersion: user.sessionVersion } : token;
    },
    session({ session, token }) {
      const { staffId, sessionVersion } = token;
      return typeof staffId === "string" && typeof sessionVersion === "number"
        ? { ...session, staff: { staffId, sessionVersion } }
        : session;
    },
  },
} satisfies NextAuthConfig;
