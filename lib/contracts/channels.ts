export const CHANNELS = ["web", "api", "email"] as const;
export type Channel = (typeof CHANNELS)[number];
