/** 文书设置的保存: particulars as they are now, wordings as versions. */
import type { AgencyId } from '../../people/agency.ts';
import type { Scene, Stairs } from '../../perform.ts';
import type { Tx } from '../../platform/database.ts';
import { art } from '../../statute/articles.ts';
import { refuse } from '../../statute/refusal.ts';
import type { AdaptableName } from '../letters/letter.ts';
import {
  decideLetterSetting,
  type LetterSetting,
  type LetterSettingCommand,
  permitLetterSettings,
} from '../letters/settings.ts';
import { markOf, setAgencyMark } from './numbers.ts';

export const letterSettingStairs: Stairs<AgencyId, LetterSetting, LetterSettingCommand> = {
  room: 'requests',
  load: async (tx, { agencyId }) =>
    (await markOf(tx, agencyId)) === undefined
      ? refuse('NO_SUCH_AGENCY', art(27), '没有这个机关，请重新选择。')
      : agencyId,
  permit: (actor, command) => permitLetterSettings(actor, command),
  decide: (_, command) => decideLetterSetting(command),
  async save(tx, next, agencyId, scene) {
    if ('kind' in next) return adopt(tx, agencyId, next, scene);
    await setAgencyMark(tx, agencyId, next.mark);
    await tx
      .insertInto('letter_particulars')
      .values({ agency_id: agencyId, detail: next.particulars })
      .onConflict((conflict) => conflict.column('agency_id').doUpdateSet({ detail: next.particulars }))
      .execute();
  },
};

/** The row of the agency is locked, so that two who adopt at once make two versions. */
async function adopt(
  tx: Tx,
  agencyId: AgencyId,
  { kind, wording }: { readonly kind: AdaptableName; readonly wording: string | null },
  { actor, at }: Scene,
): Promise<void> {
  await tx.selectFrom('agencies').select('id').where('id', '=', agencyId).forUpdate().executeTakeFirst();
  const { last } = await tx
    .selectFrom('letter_wordings')
    .select((q) => q.fn.max('version').as('last'))
    .where('agency_id', '=', agencyId)
    .where('kind', '=', kind)
    .executeTakeFirstOrThrow();
  await tx
    .insertInto('letter_wordings')
    .values({ agency_id: agencyId, kind, version: (last ?? 0) + 1, wording, adopted_by: actor.id, adopted_at: at })
    .execute();
}
