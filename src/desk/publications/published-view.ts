/** 公开过的版本: from when to when the public read each edition, and whether the officer may take the proof of it. */
import { permitInSome } from '../../people/actor.ts';
import type { Db } from '../../platform/database.ts';
import type { Document } from '../../publications/document.ts';
import { permitProof } from '../../publications/proof/take-proof.ts';
import { periodsToList } from '../../publications/store/proof.ts';
import type { PublicationView } from '../contract.ts';
import type { Officer } from '../reach.ts';

export async function publishedView(
  db: Db,
  officer: Officer,
  { id, agencyId, live }: Document,
): Promise<PublicationView['published']> {
  const permission = permitInSome(officer, (as) => permitProof(as, agencyId));
  const periods = live === null ? [] : await periodsToList(db, id);
  return {
    proof: permission.allowed ? null : permission.refusal.says,
    editions: periods
      .map(({ edition, release, end }) => ({
        n: edition.n,
        hash: edition.hash,
        from: release.at,
        until: end?.at ?? null,
        end: end && (end.verb === 'withdrawn' ? '撤回' : '由后一版代替'),
      }))
      .reverse(),
  };
}
