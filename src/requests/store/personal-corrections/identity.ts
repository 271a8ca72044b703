/** 查看更正申请人的身份 [REQ-125]: the sealed row is opened for a reason, and that it was opened stands in the ledger before it is shown. */
import type { Stairs } from '../../../perform.ts';
import type { KeyRing } from '../../../platform/key-file.ts';
import { refuse } from '../../../statute/refusal.ts';
import { IDENTITY_REASONS, type IdentityReasonName } from '../../identity-reasons.ts';
import type { Applicant } from '../../info-request.ts';
import { permitIdentity } from '../../permissions.ts';
import type { PersonalCorrectionId } from '../../personal-corrections/personal-correction.ts';
import { findCorrection, NO_SUCH_CORRECTION } from './stairs.ts';
import { contextOf } from './tables.ts';

export interface OpenCorrectionIdentity {
  readonly verb: 'openIdentity';
  readonly correctionId: PersonalCorrectionId;
  readonly reason: IdentityReasonName;
}

interface Sealed {
  readonly agencyId: string;
  readonly applicant: Applicant;
}

const BASIS = '《个人信息保护法》第五十一条';

export function correctionIdentityStairs(
  keys: Pick<KeyRing, 'open'>,
): Stairs<Sealed, Applicant, OpenCorrectionIdentity> {
  return {
    room: 'personalCorrections',
    async load(tx, { correctionId }) {
      const file = await findCorrection(tx, correctionId);
      if (!file) return NO_SUCH_CORRECTION;
      const row = await tx
        .selectFrom('personal_correction_applicants')
        .select('sealed')
        .where('correction_id', '=', correctionId)
        .executeTakeFirst();
      if (!row) return refuse('NO_SUCH_IDENTITY', BASIS, '这件更正申请的身份信息已经依法删除。');
      const applicant = JSON.parse(keys.open(row.sealed, contextOf(correctionId))) as Applicant;
      return { agencyId: file.correction.agencyId, applicant };
    },
    permit: (actor, _, { agencyId }) => permitIdentity(actor, agencyId),
    decide: ({ agencyId, applicant }, { correctionId, reason }) => ({
      next: applicant,
      entry: {
        verb: 'openedIdentity',
        subject: correctionId,
        agencyId,
        basis: `${BASIS}（${IDENTITY_REASONS[reason].term}）`,
        content: { reason },
      },
    }),
    save: async () => {},
  };
}
