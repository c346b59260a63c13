import { pause } from "@/lib/pause";

/** Lets whatever else the process has to do go first: for long work between pieces. */
export const giveWay = (): Promise<void> => pause(0);
