export interface Deployment {
  database: "embedded" | "plain" | "neon";
  realtime: "local" | "pusher";
}

export function deployment(settings: Record<string, string>): Deployment;
export function checkSettings(settings: Record<string, string>, plan: Deployment): void;
