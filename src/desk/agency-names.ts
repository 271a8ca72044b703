/** 机关名称 by id, as views show it. */
import type { AgencyId } from '../people/agency.ts';
import { listAgencies } from '../people/store.ts';
import type { Db } from '../platform/database.ts';
import type { Term } from './contract.ts';

export type AgencyNames = (id: AgencyId) => string;

export async function agencyNames(db: Db): Promise<AgencyNames> {
  const names = new Map((await listAgencies(db)).map(({ id, name }) => [id, name]));
  return (id) => names.get(id) ?? '';
}

export function agencyTerms(ids: readonly AgencyId[], nameOf: AgencyNames): Term[] {
  return ids.map((id) => ({ name: id, term: nameOf(id) }));
}
