import { z } from "zod";

const flag = z.enum(["on", "off"]);

/** Everything the application reads from its environment. Blank counts as absent. */
const schema = z.object({
  DATABASE_URL: z.string().min(1),
  /** host:port of the Neon-protocol gateway in front of a plain Postgres; absent on Neon itself. */
  NEON_LOCAL_PROXY: z.string().optional(),
  APP_URL: z.url().default("http://localhost:3000"),
  AUTH_SECRET: z.string().min(16),
  /** 32 bytes, base64: personal fields and stored secrets are encrypted under it. */
  ENCRYPTION_KEY: z.string().min(40),
  /** Signs the calls that edge routes make to `api/internal/*`. */
  INTERNAL_SECRET: z.string().min(16),
  CRON_SECRET: z.string().min(16).optional(),
  IDENTITY_SECRET: z.string().min(16).optional(),
  SETUP_TOKEN: z.string().optional(),
  DATA_DIR: z.string().default(".data"),
  PUSHER_APP_ID: z.string().default("zhida"),
  PUSHER_KEY: z.string().default("zhida"),
  PUSHER_SECRET: z.string().default(""),
  PUSHER_CLUSTER: z.string().default("local"),
  /** Loopback address of the Pusher-protocol server; absent on Pusher itself. */
  PUSHER_HOST: z.string().optional(),
  PUSHER_PORT: z.coerce.number().optional(),
  AI_BASE_URL: z.url().optional(),
  AI_API_KEY: z.string().optional(),
  AI_MODEL: z.string().optional(),
  /** Embeddings of the knowledge base; without address and key those of AI_* hold. */
  AI_EMBEDDING_MODEL: z.string().optional(),
  AI_EMBEDDING_BASE_URL: z.url().optional(),
  AI_EMBEDDING_API_KEY: z.string().optional(),
  /** The whole address of an endpoint that orders passages by a question (Jina's and Cohere's protocol). */
  AI_RERANK_URL: z.url().optional(),
  AI_RERANK_MODEL: z.string().optional(),
  AI_RERANK_API_KEY: z.string().optional(),
  SMTP_URL: z.string().optional(),
  MAIL_FROM: z.string().optional(),
  RATE_LIMITS: flag.default("on"),
  /** Whether an empty database gets the demo company. */
  SEED: z.enum(["demo", "none"]).default("demo"),
  /** Fixes the demo accounts' passwords; without it each gets a random one. */
  DEMO_PASSWORD: z.string().min(10).optional(),
  LOG_LEVEL: z.enum(["debug", "info", "warn", "error", "silent"]).default("info"),
});

export type Env = z.infer<typeof schema>;

let parsed: Env | undefined;

/**
 * The parsed environment, read once a process. The only reader of `process.env` in the application.
 * @throws Error naming every variable that is missing or malformed, never its value.
 */
export function env(): Env {
  if (parsed) return parsed;
  const present = Object.fromEntries(Object.entries(process.env).filter(([, value]) => value !== ""));
  const result = schema.safeParse(present);
  if (!result.success) {
    const names = result.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
    throw new Error(`Environment: ${names.join("; ")}`);
  }
  parsed = result.data;
  return parsed;
}
