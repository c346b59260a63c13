import type { PostgresRunner } from "./postgres-binaries.mjs";

export interface RunningPostgres {
  port: number;
  pid: number;
  url: string;
  exited: Promise<string>;
  stop(): Promise<void>;
}

export function startPostgres(options: {
  dataDir: string;
  password: string;
  fsync?: boolean;
  maxConnections?: number;
  runner?: PostgresRunner;
}): Promise<RunningPostgres>;
