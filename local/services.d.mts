export interface LocalServices {
  databaseUrl: string;
  /** host:port for NEON_LOCAL_PROXY. */
  neonProxy: string;
  pusher: { appId: string; key: string; secret: string; host: string; port: number } | null;
  postgres: { port: number; pid: number } | null;
  /** Resolves with the reason when the embedded database ends by itself. */
  exited: Promise<string>;
  /** DATABASE_URL, NEON_LOCAL_PROXY and the PUSHER_* variables, ready for a child's environment. */
  env: Record<string, string>;
  stop(): Promise<void>;
}

export interface LocalServicesOptions {
  dataDir: string;
  /** A PostgreSQL of one's own; leaves only the gateway in front of it. */
  databaseUrl?: string;
  databasePassword?: string;
  pusherApp?: { appId: string; key: string; secret: string };
  gateway?: boolean;
  realtime?: boolean;
  /** false only for throw-away test clusters. */
  fsync?: boolean;
  maxConnections?: number;
}

export function startServices(options: LocalServicesOptions): Promise<LocalServices>;
