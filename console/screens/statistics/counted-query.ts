/** Which figure of the statistics an address opens, and the address that opens one. */
import type { CountedQuery } from '../../../src/desk/contract.ts';

const FIGURES: Readonly<Record<CountedQuery['figure'], true>> = {
  received: true,
  closed: true,
  timed: true,
  late: true,
};
const TABLES: Readonly<Record<NonNullable<CountedQuery['by']>, true>> = {
  agency: true,
  channel: true,
  outcome: true,
  month: true,
};

export function countedPath({ year, figure, by, key }: CountedQuery): string {
  const search = new URLSearchParams({ year: String(year), figure, ...(by && key ? { by, key } : {}) });
  return `/statistics/files?${search}`;
}

/** Whatever the address holds that names no figure is passed over: then what was received is shown. */
export function countedFrom(search: URLSearchParams, year: number): CountedQuery {
  const [figure, by, key] = ['figure', 'by', 'key'].map((name) => search.get(name) ?? '');
  const page = Number(search.get('page'));
  return {
    year,
    figure: isIn(FIGURES, figure) ? figure : 'received',
    ...(isIn(TABLES, by) && key ? { by, key: key.slice(0, 64) } : {}),
    ...(Number.isInteger(page) && page > 1 ? { page } : {}),
  };
}

function isIn<Name extends string>(table: Readonly<Record<Name, true>>, name: string | undefined): name is Name {
  return name !== undefined && Object.hasOwn(table, name);
}
