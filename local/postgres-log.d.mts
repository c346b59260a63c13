export function lastWords(log: string, readyAt: number | null): string;
