/** 植入的问题: how many of each kind the test site carries, and what the watch has to call them. */
import type { FindingKindName } from '../../../src/supervision/finding-kinds.ts';

export const FAULTS = {
  missing: { finding: 'deadLink', share: 40 },
  serverError: { finding: 'serverError', share: 15 },
  timeout: { finding: 'timeout', share: 6 },
  redirectLoop: { finding: 'redirectLoop', share: 10 },
  softMissing: { finding: 'softMissing', share: 20 },
  brokenAnchor: { finding: 'brokenAnchor', share: 30 },
  deadFile: { finding: 'deadFile', share: 20 },
  deadInDocx: { finding: 'deadLinkInFile', share: 15 },
  deadInPdf: { finding: 'deadLinkInFile', share: 5 },
  botWall: { finding: 'botWall', share: 10 },
  slow: { finding: 'slowPage', share: 8 },
  mixedContent: { finding: 'mixedContent', share: 20 },
  blankColumn: { finding: 'blankColumn', share: 6 },
  staleColumn: { finding: 'staleColumn', share: 12 },
  identityNumber: { finding: 'personalInformation', share: 25 },
  wrongWord: { finding: 'wrongWord', share: 35 },
  changedTitle: { finding: 'changedSite', share: 23 },
} as const satisfies Record<string, { finding: FindingKindName; share: number }>;

export type FaultName = keyof typeof FAULTS;

/** Of a number of faults so many of each kind, at least one; the sum is the number. */
export function sharesOf(faults: number): Record<FaultName, number> {
  const all = Object.entries(FAULTS) as [FaultName, { share: number }][];
  const whole = all.reduce((sum, [, { share }]) => sum + share, 0);
  const shares = Object.fromEntries(
    all.map(([name, { share }]) => [name, Math.max(1, Math.floor((share * faults) / whole))]),
  ) as Record<FaultName, number>;
  const missing = faults - Object.values(shares).reduce((a, b) => a + b, 0);
  shares.missing += missing;
  return shares;
}

/** One fault as it was planted. */
export interface Planted {
  readonly fault: FaultName;
  readonly finding: FindingKindName;
  readonly url: string;
  readonly detail: string;
}
