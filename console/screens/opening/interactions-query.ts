/** What the address says about the list, as the desk is asked. */
import type { InteractionQuery } from '../../../src/desk/contract.ts';
import { yearFrom } from '../../components/year-from.ts';

export function interactionsFrom(search: URLSearchParams, today: string): InteractionQuery {
  const kind = search.get('kind');
  const page = Number(search.get('page'));
  return {
    year: yearFrom(search.get('year'), today),
    ...(kind ? { kind } : {}),
    ...(Number.isInteger(page) && page > 1 ? { page } : {}),
  };
}
