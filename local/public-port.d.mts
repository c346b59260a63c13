import type { Server } from "node:http";

export function openPublicPort(
  door: Server,
  settings?: { HOST?: string; PORT?: string },
): Promise<{ host: string; port: number; url: string; close: () => Promise<void> }>;
