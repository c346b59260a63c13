export interface PostgresRunner {
  native: string;
  clusterFolder(dataDir: string): string;
  own(folder: string): void;
  invoke(program: string, args: string[]): { command: string; args: string[]; options: { uid?: number; gid?: number } };
}

export function postgresRunner(options?: { forbidNamespaces?: boolean }): PostgresRunner;
