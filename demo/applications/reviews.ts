/** 行政复议 of the year: seven against replies of the year, five upheld and two corrected; nobody went to court. */
import type { ConclusionName } from '../../src/requests/remedies/conclusions.ts';

export interface Review {
  /** Index of the story whose reply is contested. */
  readonly story: number;
  readonly caseNumber: string;
  readonly filedOn: string;
  readonly closedOn: string;
  readonly conclusion: ConclusionName;
}

const review = (story: number, n: number, filedOn: string, closedOn: string, conclusion: ConclusionName): Review => ({
  story,
  caseNumber: `示复〔2024〕${n}号`,
  filedOn,
  closedOn,
  conclusion,
});

export const REVIEWS: readonly Review[] = [
  review(1, 3, '2024-03-11', '2024-04-10', 'reviewUpheld'),
  review(2, 5, '2024-03-18', '2024-04-15', 'reviewUpheld'),
  review(5, 9, '2024-04-22', '2024-05-20', 'reviewRevoked'),
  review(8, 14, '2024-05-27', '2024-06-24', 'reviewUpheld'),
  review(12, 21, '2024-07-08', '2024-08-05', 'reviewClaimRejected'),
  review(18, 30, '2024-09-23', '2024-10-21', 'reviewRevoked'),
  review(19, 33, '2024-10-14', '2024-11-11', 'reviewUpheld'),
];
