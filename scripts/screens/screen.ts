import type { APIRequestContext, BrowserContext, Page } from "@playwright/test";

export type Role = "admin" | "manager" | "agent" | "editor" | "grace";

/** What a screen is prepared with. */
export type Stage = {
  page: Page;
  context: BrowserContext;
  locale: "en" | "zh";
  /** Calls of another member of staff: `call(role, "conversations.claim", input)`. */
  call: (role: Role, procedure: string, input?: unknown) => Promise<unknown>;
  /** Questions of theirs: `read(role, "conversations.list", input)`. */
  read: (role: Role, procedure: string, input?: unknown) => Promise<unknown>;
  /** Signed in as a role, for the public API. */
  as: (role: Role) => Promise<APIRequestContext>;
};

/** A screen and how to get to the state it is pictured in. */
export type Screen = {
  name: string;
  /** `{locale}` stands for the language of a public page. */
  path: string;
  /** The demo member of staff who looks. */
  as?: Role;
  /** Seen in a browser without scripts. */
  noScript?: true;
  /** Before the page is opened. */
  before?: (stage: Stage) => Promise<void>;
  prepare?: (stage: Stage) => Promise<void>;
  /** Nobody is online while it is pictured. */
  nobodyThere?: true;
};
