/** 逐格相加: the counts of several agencies as one, cell by cell, without taking anything out. */
import type { Results, Stock, YearRecords } from '../year-records.ts';

const NO_STOCK: Stock = { made: 0, repealed: 0, valid: 0 };
const NO_RESULTS: Results = [0, 0, 0, 0];

export const NO_RECORDS: YearRecords = {
  regulations: NO_STOCK,
  normativeDocuments: NO_STOCK,
  decisions: { licensing: 0, punishment: 0, coercion: 0, fee: 0 },
  applications: {},
  review: NO_RESULTS,
  directLitigation: NO_RESULTS,
  postReviewLitigation: NO_RESULTS,
  published: {
    items: 0,
    inTwoColumns: 0,
    news: 0,
    overview: 0,
    catalogue: 0,
    specialColumns: 0,
    gazettes: 0,
    interpretations: 0,
    meetings: 0,
  },
  interactions: { consultation: 0, interview: 0, inquiry: 0, post: 0 },
  processingFee: { notices: 0, collectedYuan: 0 },
  supervision: { patrols: 0, tickets: 0, closed: 0, trainings: 0, persons: 0, workPoints: 0, pointsDone: 0 },
};

export function addRecords(all: readonly YearRecords[]): YearRecords {
  return all.reduce(sum, NO_RECORDS);
}

function sum(a: YearRecords, b: YearRecords): YearRecords {
  const codes = new Set([...Object.keys(a.applications), ...Object.keys(b.applications)]);
  return {
    regulations: sumOf(a.regulations, b.regulations),
    normativeDocuments: sumOf(a.normativeDocuments, b.normativeDocuments),
    decisions: sumOf(a.decisions, b.decisions),
    applications: Object.fromEntries([...codes].map((code) => [code, row(a.applications[code], b.applications[code])])),
    review: results(a.review, b.review),
    directLitigation: results(a.directLitigation, b.directLitigation),
    postReviewLitigation: results(a.postReviewLitigation, b.postReviewLitigation),
    published: sumOf(a.published, b.published),
    interactions: sumOf(a.interactions, b.interactions),
    processingFee: sumOf(a.processingFee, b.processingFee),
    supervision: sumOf(a.supervision, b.supervision),
  };
}

function sumOf<Counts extends object>(a: Counts, b: Counts): Counts {
  const of = (counts: Counts, name: string) => counts[name as keyof Counts] as number;
  return Object.fromEntries(Object.keys(a).map((name) => [name, of(a, name) + of(b, name)])) as Counts;
}

function row(a: readonly number[] = [], b: readonly number[] = []): readonly number[] {
  return Array.from({ length: Math.max(a.length, b.length) }, (_, i) => (a[i] ?? 0) + (b[i] ?? 0));
}

function results(a: Results, b: Results): Results {
  return [a[0] + b[0], a[1] + b[1], a[2] + b[2], a[3] + b[3]];
}

/** Whether anything was counted that an agency may hand up by hand. How it looks after its site it hands up to nobody. */
export function hasRecords({ supervision: _, ...records }: YearRecords): boolean {
  return anyCount(records);
}

function anyCount(part: unknown): boolean {
  if (typeof part === 'number') return part !== 0;
  return typeof part === 'object' && part !== null && Object.values(part).some(anyCount);
}
