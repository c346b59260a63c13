/**
 * Waits so many milliseconds; 0 lets whatever else the process has to do go first. For every runtime: the edge has no
 * `node:timers/promises`.
 */
export const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));
