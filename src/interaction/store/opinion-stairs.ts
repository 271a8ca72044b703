/** How an opinion comes in: once for each form, of a survey once for each browser; the sealed writer and the sums go in with it or not at all. */
import { sql } from 'kysely';
import { ALLOWED } from '../../people/actor.ts';
import type { Stairs } from '../../perform.ts';
import type { Db, Tx } from '../../platform/database.ts';
import type { KeyRing } from '../../platform/key-file.ts';
import { maskedName } from '../../requests/info-request.ts';
import { takeQueryNumber } from '../../requests/store/numbers.ts';
import { type CivilDate, yearOf } from '../../statute/civil-date.ts';
import { refuse } from '../../statute/refusal.ts';
import type { AdoptionName } from '../consultations/adoption.ts';
import type { OpinionWriter, SendOpinion } from '../consultations/commands.ts';
import type { ConsultationId } from '../consultations/consultation.ts';
import { CONSULTATION_BASIS } from '../consultations/permissions.ts';
import { decideSend, type SendLoaded, type Sent } from '../consultations/send.ts';
import { placesOf } from '../consultations/tally.ts';
import { NO_SUCH_CONSULTATION } from './consultation-stairs.ts';
import { opinionContext, toConsultation } from './consultation-tables.ts';
import { keepOpinionFiles } from './opinion-files.ts';

const NAMELESS = '（未留姓名）';

interface Sealed extends OpinionWriter {
  readonly code: string;
}

/** @param keys seal who sent it */
export function opinionStairs(keys: Pick<KeyRing, 'seal'>): Stairs<SendLoaded, Sent, SendOpinion> {
  return {
    room: 'publicConsultations',
    async load(tx, { consultationId, formHash, visitorDigest }, { today }) {
      // Shared: many send at once, and only an act of the agency has to wait for them.
      const found = tx.selectFrom('public_consultations').selectAll().where('id', '=', consultationId).forShare();
      const row = await found.executeTakeFirst();
      if (!row?.opens_on) return NO_SUCH_CONSULTATION;
      const sent = await tx
        .selectFrom('public_opinions')
        .select('form_hash')
        .where((q) =>
          q.or([
            q('form_hash', '=', formHash),
            q.and([q('consultation_id', '=', consultationId), q('visitor_digest', '=', visitorDigest)]),
          ]),
        )
        .execute();
      if (sent.some(({ form_hash }) => form_hash === formHash))
        return refuse('FORM_SPENT', CONSULTATION_BASIS, '这份表单已经提交过，没有再收一次。');
      const queryNumber = await takeQueryNumber(tx, yearOf(today));
      return { consultation: toConsultation(row), queryNumber, answeredBefore: sent.length > 0 };
    },
    permit: () => ALLOWED,
    decide: decideSend,
    async save(tx, { id, queryNumber, consultation, command }, _, { today, at }) {
      const { consultationId, body, answers, files, writer, formHash, visitorDigest, code, codeDigest } = command;
      const { agencyId, text } = consultation;
      await tx
        .insertInto('public_opinions')
        .values({
          ...{ id, consultation_id: consultationId, agency_id: agencyId, query_number: queryNumber },
          ...{ code_digest: codeDigest, form_hash: formHash, visitor_digest: visitorDigest },
          ...{ received_on: today, recorded_at: at, body, answers },
        })
        .execute();
      // Who sent a file may be named in it: it is erased as the writer of an opinion is.
      if (code !== '' || files.length > 0) {
        const sealed: Sealed = { ...writer, code };
        const masked_name = writer.name.trim() === '' ? NAMELESS : maskedName(writer.name, 'natural');
        await tx
          .insertInto('public_opinion_writers')
          .values({
            ...{ opinion_id: id, agency_id: agencyId, masked_name },
            sealed: keys.seal(JSON.stringify(sealed), opinionContext(id)),
            reachable: writer.email.trim() !== '' || writer.phone.trim() !== '',
          })
          .execute();
      }
      await keepOpinionFiles(tx, { opinionId: id, agencyId }, files, keys);
      await addUp(tx, consultationId, placesOf(text.questions, answers));
    },
  };
}

/** In the order of the places, so that two at once never wait for each other. */
async function addUp(tx: Tx, consultationId: ConsultationId, places: readonly string[]): Promise<void> {
  await tx
    .insertInto('public_opinion_tallies')
    .values([...places].sort().map((place) => ({ consultation_id: consultationId, place, n: 1 })))
    .onConflict((on) => on.columns(['consultation_id', 'place']).doUpdateSet({ n: sql`public_opinion_tallies.n + 1` }))
    .execute();
}

/** 怎样告诉提意见的人: opened only to send. Undefined where it was erased. */
export async function reachOfOpinion(
  db: Db,
  id: string,
  keys: Pick<KeyRing, 'open'>,
): Promise<OpinionWriter | undefined> {
  const row = await db
    .selectFrom('public_opinion_writers')
    .select('sealed')
    .where('opinion_id', '=', id)
    .executeTakeFirst();
  return row && (JSON.parse(keys.open(row.sealed, opinionContext(id))) as Sealed);
}

/** The receipt once more for the form it was sent with; of another text none. */
export async function opinionReceipt(
  db: Db,
  formHash: string,
  body: string,
  keys: Pick<KeyRing, 'open'>,
): Promise<{ readonly queryNumber: string; readonly code: string } | undefined> {
  const row = await db
    .selectFrom('public_opinions as o')
    .leftJoin('public_opinion_writers as w', 'w.opinion_id', 'o.id')
    .select(['o.id', 'o.query_number', 'w.sealed'])
    .where('o.form_hash', '=', formHash)
    .where('o.body', '=', body.trim())
    .executeTakeFirst();
  if (!row) return undefined;
  const code = row.sealed === null ? '' : (JSON.parse(keys.open(row.sealed, opinionContext(row.id))) as Sealed).code;
  return { queryNumber: row.query_number, code };
}

/** 查询: by number and the digest of the code. */
export interface TrackedOpinion {
  readonly queryNumber: string;
  readonly title: string;
  readonly consultationId: string;
  readonly receivedOn: CivilDate;
  readonly body: string;
  readonly adoption: AdoptionName | null;
  readonly reply: string | null;
  readonly repliedOn: CivilDate | null;
}

export async function trackOpinion(
  db: Db,
  queryNumber: string,
  codeDigest: string,
): Promise<TrackedOpinion | undefined> {
  return db
    .selectFrom('public_opinions as o')
    .innerJoin('public_consultations as c', 'c.id', 'o.consultation_id')
    .select([
      ...([
        'o.query_number as queryNumber',
        'c.title',
        'c.id as consultationId',
        'o.received_on as receivedOn',
      ] as const),
      ...(['o.body', 'o.adoption', 'o.reply', 'o.replied_on as repliedOn'] as const),
    ])
    .where('o.query_number', '=', queryNumber)
    .where('o.code_digest', '=', codeDigest)
    .where('o.code_digest', '<>', '')
    .executeTakeFirst();
}
