/** A small year, for tests of what is made of it. */
import type { YearRecords } from './year-records.ts';

export const YEAR_OF_RECORDS: YearRecords = {
  regulations: { made: 0, repealed: 0, valid: 0 },
  normativeDocuments: { made: 5, repealed: 4, valid: 4 },
  decisions: { licensing: 120, punishment: 30, coercion: 0, fee: 1_234_500 },
  applications: {
    '1': [8, 1, 0, 0, 0, 0],
    '2': [1, 0, 0, 0, 0, 0],
    '3.1': [5, 0, 0, 0, 0, 0],
    '3.4.1': [3, 1, 0, 0, 0, 0],
    '4': [1, 0, 0, 0, 0, 0],
  },
  review: [1, 0, 0, 1],
  directLitigation: [0, 0, 0, 0],
  postReviewLitigation: [0, 1, 0, 0],
  published: {
    items: 40,
    inTwoColumns: 3,
    news: 30,
    overview: 3,
    catalogue: 10,
    specialColumns: 2,
    gazettes: 1,
    interpretations: 2,
    meetings: 3,
  },
  interactions: { consultation: 2, interview: 1, inquiry: 4, post: 20 },
  processingFee: { notices: 0, collectedYuan: 0 },
  supervision: { patrols: 240, tickets: 18, closed: 17, trainings: 2, persons: 96, workPoints: 9, pointsDone: 8 },
};
