/** How 民意征集调查 climbs: found and locked, permitted, decided, saved with its fact and the answers to the opinions it names. */
import { sql } from 'kysely';
import type { Scene, Stairs } from '../../perform.ts';
import type { Db, Tx } from '../../platform/database.ts';
import { type Refusal, refuse } from '../../statute/refusal.ts';
import type { ConsultationCommand } from '../consultations/commands.ts';
import type { ConsultationFile, ConsultationId } from '../consultations/consultation.ts';
import {
  type ConsultationLoaded,
  type ConsultationNext,
  decideConsultation,
  type ToldOpinion,
} from '../consultations/decide.ts';
import { CONSULTATION_BASIS, permitConsultation } from '../consultations/permissions.ts';
import { fromConsultation, fromConsultationFact, toConsultation, toConsultationFact } from './consultation-tables.ts';

export const NO_SUCH_CONSULTATION = refuse(
  'NO_SUCH_FILE',
  CONSULTATION_BASIS,
  '没有这次征集调查，请刷新列表后重新选择。',
);

export const consultationStairs: Stairs<ConsultationLoaded, ConsultationNext, ConsultationCommand> = {
  room: 'publicConsultations',
  load,
  permit: (actor, command, { file }) => permitConsultation(actor, command, file),
  decide: decideConsultation,
  save,
};

async function load(tx: Tx, command: ConsultationCommand): Promise<ConsultationLoaded | Refusal> {
  if (command.verb === 'draft') {
    const agency = tx
      .selectFrom('agencies')
      .select('id')
      .where('id', '=', command.agencyId)
      .where('ended_on', 'is', null);
    const agencyKnown = (await agency.executeTakeFirst()) !== undefined;
    return { file: null, agencyKnown, unanswered: 0, named: [], toTell: [] };
  }
  const file = await findConsultation(tx, command.consultationId, 'lock');
  if (!file) return NO_SUCH_CONSULTATION;
  const { id } = file.consultation;
  const unanswered = command.verb === 'summarize' ? await countUnanswered(tx, id) : 0;
  const named = command.verb === 'reply' ? await namedOpinions(tx, id, command.opinionIds) : [];
  return { file, agencyKnown: true, unanswered, named, toTell: await opinionsToTell(tx, command) };
}

async function namedOpinions(tx: Tx, id: ConsultationId, opinionIds: readonly string[]): Promise<readonly string[]> {
  if (opinionIds.length === 0) return [];
  const found = tx.selectFrom('public_opinions').select('id').where('consultation_id', '=', id);
  return (await found.where('id', 'in', opinionIds).execute()).map((row) => row.id);
}

/** Of the answer whoever has none yet, of the result all; only who left a way to be told. */
async function opinionsToTell(tx: Tx, command: ConsultationCommand): Promise<readonly ToldOpinion[]> {
  if (command.verb !== 'reply' && !(command.verb === 'approve' && command.passed)) return [];
  const found = tx
    .selectFrom('public_opinions as o')
    .innerJoin('public_opinion_writers as w', 'w.opinion_id', 'o.id')
    .select(['o.id', 'o.received_on as receivedOn'])
    .where('o.consultation_id', '=', command.consultationId)
    .where('w.reachable', '=', true)
    .orderBy('o.id');
  if (command.verb === 'approve') return found.execute();
  if (command.opinionIds.length === 0) return [];
  return found.where('o.adoption', 'is', null).where('o.id', 'in', command.opinionIds).execute();
}

async function save(tx: Tx, next: ConsultationNext, { file }: ConsultationLoaded, { today }: Scene): Promise<void> {
  const row = fromConsultation(next.consultation);
  if (file === null) await tx.insertInto('public_consultations').values(row).execute();
  else await tx.updateTable('public_consultations').set(row).where('id', '=', row.id).execute();
  await tx
    .insertInto('public_consultation_facts')
    .values(fromConsultationFact(next, next.facts.at(-1)!))
    .execute();
  if (!next.replied) return;
  const { opinionIds, adoption, reply, gist } = next.replied;
  await tx
    .updateTable('public_opinions')
    .set({ adoption, reply, gist: gist === '' ? null : gist, replied_on: today })
    .where('id', 'in', opinionIds)
    .execute();
}

export async function countUnanswered(db: Db, id: ConsultationId): Promise<number> {
  const { n } = await db
    .selectFrom('public_opinions')
    .select(sql<number>`count(*)::int`.as('n'))
    .where('consultation_id', '=', id)
    .where('adoption', 'is', null)
    .executeTakeFirstOrThrow();
  return n;
}

/** With everything that happened to it. Who may look is asked by the face. */
export async function findConsultation(
  db: Db,
  id: ConsultationId,
  lock?: 'lock',
): Promise<ConsultationFile | undefined> {
  const query = db.selectFrom('public_consultations').selectAll().where('id', '=', id);
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst();
  if (!row) return undefined;
  const facts = await db
    .selectFrom('public_consultation_facts')
    .selectAll()
    .where('consultation_id', '=', id)
    .orderBy('n')
    .execute();
  return { consultation: toConsultation(row), facts: facts.map(toConsultationFact) };
}
