/** What the address says about the list, as the desk is asked. */
import type { RequestQuery } from '../../../src/desk/contract.ts';

type ListLight = NonNullable<RequestQuery['light']>;

/** Those of open files: what is done is found by its state. */
export const LIST_LIGHTS: readonly ListLight[] = ['overdue', 'red', 'yellow', 'green', 'paused'];

/** Whatever the address holds that is no filter is passed over. */
export function queryFrom(search: URLSearchParams): RequestQuery {
  const light = LIST_LIGHTS.find((name) => name === search.get('light'));
  const page = Number(search.get('page'));
  return {
    ...given('text', search.get('text')?.slice(0, 100)),
    ...given('state', search.get('state')),
    ...given('agencyId', search.get('agencyId')),
    ...(light ? { light } : {}),
    sort: search.get('sort') === 'newest' ? 'newest' : 'due',
    ...(Number.isInteger(page) && page > 1 ? { page } : {}),
  };
}

export function isNarrowed({ text, state, agencyId, light }: RequestQuery): boolean {
  return [text, state, agencyId, light].some((value) => value !== undefined);
}

function given<Name extends string>(name: Name, value: string | null | undefined) {
  return value ? ({ [name]: value } as Record<Name, string>) : {};
}
