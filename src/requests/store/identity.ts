/** 查看申请人身份 [REQ-55]: the sealed row is opened for a reason, and that it was opened stands in the ledger before it is shown. */
import type { Stairs } from '../../perform.ts';
import type { KeyRing } from '../../platform/key-file.ts';
import { art } from '../../statute/articles.ts';
import { refuse } from '../../statute/refusal.ts';
import { IDENTITY_REASONS, type IdentityReasonName } from '../identity-reasons.ts';
import type { Applicant, RequestId } from '../info-request.ts';
import { permitIdentity } from '../permissions.ts';
import { openApplicant } from './applicants.ts';

export interface OpenIdentity {
  readonly verb: 'openIdentity';
  readonly requestId: RequestId;
  readonly reason: IdentityReasonName;
}

interface Sealed {
  readonly agencyId: string;
  readonly applicant: Applicant;
}

const BASIS = '《个人信息保护法》第五十一条';

export function identityStairs(keys: Pick<KeyRing, 'open'>): Stairs<Sealed, Applicant, OpenIdentity> {
  return {
    room: 'requests',
    async load(tx, { requestId }) {
      const file = await tx
        .selectFrom('info_requests')
        .select('agency_id')
        .where('id', '=', requestId)
        .executeTakeFirst();
      if (!file) return refuse('NO_SUCH_FILE', art(45), '没有这件申请，请刷新列表后重新选择。');
      const applicant = await openApplicant(tx, requestId, keys);
      return applicant
        ? { agencyId: file.agency_id, applicant }
        : refuse('NO_SUCH_IDENTITY', BASIS, '这件申请的身份信息已经依法删除。');
    },
    permit: (actor, _, { agencyId }) => permitIdentity(actor, agencyId),
    decide({ agencyId, applicant }, { requestId, reason }) {
      if (!Object.hasOwn(IDENTITY_REASONS, reason)) return refuse('REQ-55', BASIS, '请选择查看身份信息的事由。');
      const basis = `${BASIS}（${IDENTITY_REASONS[reason].term}）`;
      return {
        next: applicant,
        entry: { verb: 'openedIdentity', subject: requestId, agencyId, basis, content: { reason } },
      };
    },
    save: async () => {},
  };
}
