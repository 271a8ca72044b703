/** What the address says about the list, as the desk is asked. */
import type { LookQuery } from '../../../src/desk/contract.ts';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Whatever the address holds that is no filter is passed over. */
export function queryFrom(search: URLSearchParams): LookQuery {
  const page = Number(search.get('page'));
  const given = (name: 'agencyId' | 'officerId') => (search.get(name) ? { [name]: search.get(name)! } : {});
  const day = (name: 'from' | 'to') => (DAY.test(search.get(name) ?? '') ? { [name]: search.get(name)! } : {});
  return {
    ...given('officerId'),
    ...given('agencyId'),
    ...day('from'),
    ...day('to'),
    ...(Number.isInteger(page) && page > 1 ? { page } : {}),
  };
}

export function isNarrowed({ page: _, ...filters }: LookQuery): boolean {
  return Object.keys(filters).length > 0;
}
