/** 一年的互动 [MSG-18]: what `interaction/` recorded, and the posts of the accounts, which stand here. */
import type { Interaction, InteractionKindName } from '../../../interaction/interaction.ts';
import { countInteractions, interactionsBehind } from '../../../interaction/store.ts';
import type { AgencyId } from '../../../people/agency.ts';
import type { Db } from '../../../platform/database.ts';
import { postsCounted } from './posts.ts';

export async function countYear(
  db: Db,
  agencyIds: readonly AgencyId[],
  year: number,
): Promise<Record<InteractionKindName, number>> {
  const counts = await countInteractions(db, agencyIds, year);
  return { ...counts, post: counts.post + (await postsCounted(db, agencyIds, year)).length };
}

/** With the account a post stands on, where it is one of an account. */
export type Held = Interaction & { readonly accountId: string | null };

export async function heldBehind(
  db: Db,
  agencyIds: readonly AgencyId[],
  year: number,
  kind: InteractionKindName,
): Promise<Held[]> {
  const held = (await interactionsBehind(db, agencyIds, year, kind)).map((one) => ({ ...one, accountId: null }));
  if (kind !== 'post') return held;
  const posts = (await postsCounted(db, agencyIds, year)).map(({ id, agencyId, accountId, title, postedOn }) => ({
    ...{ id, agencyId, kind, title, heldOn: postedOn, accountId },
  }));
  return [...held, ...posts].sort((a, b) => a.heldOn.localeCompare(b.heldOn));
}
