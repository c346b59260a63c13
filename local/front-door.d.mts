import type { Server } from "node:http";

export interface Target {
  host: string;
  port: number;
}

export interface FrontDoor extends Server {
  targets: { application: Target | null; realtime: Target | null };
}

export function createFrontDoor(options: { dataDir: string; trusted?: string; forwardUpgrades?: boolean }): FrontDoor;
