/** 意见离开房子: the list as a sheet, and who sent one, each with its line in the ledger before anything is shown. */
import { requireRole } from '../../people/actor.ts';
import type { RoleName } from '../../people/role.ts';
import type { Stairs } from '../../perform.ts';
import type { KeyRing } from '../../platform/key-file.ts';
import { IDENTITY_REASONS, type IdentityReasonName } from '../../requests/identity-reasons.ts';
import { refuse } from '../../statute/refusal.ts';
import type { OpinionWriter } from '../consultations/commands.ts';
import type { ConsultationId, PublicConsultation } from '../consultations/consultation.ts';
import { CONSULTATION_BASIS } from '../consultations/permissions.ts';
import { type OpinionLine, opinionsOf } from './consultation-lists.ts';
import { findConsultation, NO_SUCH_CONSULTATION } from './consultation-stairs.ts';
import { opinionContext } from './consultation-tables.ts';

/** Lines of one sheet. */
export const TAKEN_AT_MOST = 50_000;

/** 谁可以拿走收到的意见和文件. */
export const OPINION_TAKERS: readonly RoleName[] = ['editor', 'handler', 'officeHead', 'publisher', 'signatory'];

export interface TakenOpinions {
  readonly consultation: PublicConsultation;
  readonly lines: readonly OpinionLine[];
  readonly total: number;
}

export interface ExportOpinions {
  readonly verb: 'exportOpinions';
  readonly consultationId: ConsultationId;
}

export const opinionExportStairs: Stairs<TakenOpinions, TakenOpinions, ExportOpinions> = {
  room: 'publicConsultations',
  async load(tx, { consultationId }) {
    const file = await findConsultation(tx, consultationId);
    if (!file) return NO_SUCH_CONSULTATION;
    const page = { number: 1, size: TAKEN_AT_MOST };
    return { consultation: file.consultation, ...(await opinionsOf(tx, consultationId, 'all', page)) };
  },
  permit: (actor, _, { consultation }) => requireRole(actor, OPINION_TAKERS, consultation.agencyId),
  decide: (taken, { consultationId }) => ({
    next: taken,
    entry: {
      verb: 'exportedOpinions',
      subject: consultationId,
      agencyId: taken.consultation.agencyId,
      basis: `${CONSULTATION_BASIS}（导出${taken.lines.length}条）`,
      content: { opinions: taken.lines.map(({ id }) => id) },
    },
  }),
  save: async () => {},
};

export interface OpenOpinionWriter {
  readonly verb: 'openIdentity';
  readonly consultationId: ConsultationId;
  readonly opinionId: string;
  readonly reason: IdentityReasonName;
}

const BASIS = '《个人信息保护法》第五十一条';

interface Opened {
  readonly agencyId: string;
  readonly writer: OpinionWriter;
}

/** 查看提出人 [INT-22]. */
export function opinionWriterStairs(keys: Pick<KeyRing, 'open'>): Stairs<Opened, OpinionWriter, OpenOpinionWriter> {
  return {
    room: 'publicConsultations',
    async load(tx, { consultationId, opinionId }) {
      const row = await tx
        .selectFrom('public_opinion_writers as w')
        .innerJoin('public_opinions as o', 'o.id', 'w.opinion_id')
        .select(['w.sealed', 'o.agency_id'])
        .where('o.id', '=', opinionId)
        .where('o.consultation_id', '=', consultationId)
        .executeTakeFirst();
      if (!row) return refuse('NO_SUCH_IDENTITY', BASIS, '这条意见没有留联系方式，或者已经依法删除。');
      const { name, phone, email } = JSON.parse(keys.open(row.sealed, opinionContext(opinionId))) as OpinionWriter;
      return { agencyId: row.agency_id, writer: { name, phone, email } };
    },
    permit: (actor, _, { agencyId }) => requireRole(actor, ['handler', 'officeHead'], agencyId),
    decide: ({ agencyId, writer }, { opinionId, reason }) => ({
      next: writer,
      entry: {
        verb: 'openedIdentity',
        subject: opinionId,
        agencyId,
        basis: `${BASIS}（${IDENTITY_REASONS[reason].term}）`,
        content: { reason },
      },
    }),
    save: async () => {},
  };
}
