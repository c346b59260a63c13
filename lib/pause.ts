/** Waits so many milliseconds, on the edge too; 0 lets whatever else the process has to do go first. */
export const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));
