export interface Tally {
  passed: number;
  failed: number;
  failures: string[];
}

export function vitestTally(file: string, code: number): Tally;
export function playwrightTally(file: string, code: number): Tally;
export function stepTally(code: number): Tally;
