/** 查看写信人 [INT-10]: the sealed row is opened for a reason, and that it was opened stands in the ledger before it is shown. */
import { requireRole } from '../../people/actor.ts';
import type { Stairs } from '../../perform.ts';
import type { KeyRing } from '../../platform/key-file.ts';
import { IDENTITY_REASONS, type IdentityReasonName } from '../../requests/identity-reasons.ts';
import { refuse } from '../../statute/refusal.ts';
import type { CitizenLetterId, LetterWriter } from '../citizen-letters/citizen-letter.ts';
import { findLetterFile, NO_SUCH_LETTER } from './letter-stairs.ts';
import { letterContext } from './letter-tables.ts';

export interface OpenLetterWriter {
  readonly verb: 'openIdentity';
  readonly letterId: CitizenLetterId;
  readonly reason: IdentityReasonName;
}

interface Sealed {
  readonly agencyId: string;
  readonly writer: LetterWriter;
}

const BASIS = '《个人信息保护法》第五十一条';

export function letterWriterStairs(keys: Pick<KeyRing, 'open'>): Stairs<Sealed, LetterWriter, OpenLetterWriter> {
  return {
    room: 'citizenLetters',
    async load(tx, { letterId }) {
      const file = await findLetterFile(tx, letterId);
      if (!file) return NO_SUCH_LETTER;
      const row = await tx
        .selectFrom('citizen_letter_writers')
        .select('sealed')
        .where('letter_id', '=', letterId)
        .executeTakeFirst();
      if (!row) return refuse('NO_SUCH_IDENTITY', BASIS, '这封来信的联系方式已经依法删除。');
      const { name, phone, email } = JSON.parse(keys.open(row.sealed, letterContext(letterId))) as LetterWriter;
      return { agencyId: file.letter.agencyId, writer: { name, phone, email } };
    },
    permit: (actor, _, { agencyId }) => requireRole(actor, ['handler', 'officeHead'], agencyId),
    decide: ({ agencyId, writer }, { letterId, reason }) => ({
      next: writer,
      entry: {
        verb: 'openedIdentity',
        subject: letterId,
        agencyId,
        basis: `${BASIS}（${IDENTITY_REASONS[reason].term}）`,
        content: { reason },
      },
    }),
    save: async () => {},
  };
}
