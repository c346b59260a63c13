/** Lets whatever else the process has to do go first: for long work between pieces. */
export const giveWay = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));
