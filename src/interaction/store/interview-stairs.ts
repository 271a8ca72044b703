/**
 * How 在线访谈 climb: found and locked, permitted, decided, saved. Under the lock of the interview each fact takes the next number, so that whoever
 * has read up to a number has read everything before it.
 */

import type { AgencyId } from '../../people/agency.ts';
import type { Stairs } from '../../perform.ts';
import type { Db, Tx } from '../../platform/database.ts';
import type { BodyPicture } from '../../publications/picture.ts';
import { keptPicture, picturesToName } from '../../publications/store/pictures.ts';
import { type Refusal, refuse } from '../../statute/refusal.ts';
import type { InterviewCommand } from '../interviews/commands.ts';
import { decideInterview, type InterviewLoaded, type InterviewNext } from '../interviews/decide.ts';
import { type InterviewFile, type InterviewId, type InterviewNotice, PUBLIC_STATES } from '../interviews/interview.ts';
import { INTERVIEW_BASIS, permitInterview } from '../interviews/permissions.ts';
import { fromInterview, fromInterviewFact, toInterview, toInterviewFact, toQuestion } from './interview-tables.ts';

export const NO_SUCH_INTERVIEW = refuse('NO_SUCH_FILE', INTERVIEW_BASIS, '没有这期访谈，请刷新列表后重新选择。');

export const interviewStairs: Stairs<InterviewLoaded, InterviewNext, InterviewCommand> = {
  room: 'interviews',
  load,
  permit: (actor, command, { file }) => permitInterview(actor, command, file),
  decide: decideInterview,
  async save(tx, next, { file }) {
    const { interview, facts, question } = next;
    const row = fromInterview(next);
    if (file === null)
      await tx
        .insertInto('interviews')
        .values({ id: interview.id, ...row })
        .execute();
    else if (facts.length > file.facts.length)
      await tx.updateTable('interviews').set(row).where('id', '=', interview.id).execute();
    if (facts.length > (file?.facts.length ?? 0))
      await tx
        .insertInto('interview_facts')
        .values(fromInterviewFact(interview, facts.at(-1)!))
        .execute();
    if (!question) return;
    const { id, state, publicText: public_text, decidedWhy: decided_why } = question;
    if (question.formHash === undefined) {
      await tx
        .updateTable('interview_questions')
        .set({ state, public_text, decided_why })
        .where('id', '=', id)
        .execute();
      return;
    }
    await tx
      .insertInto('interview_questions')
      .values({
        ...{ id, interview_id: interview.id, agency_id: interview.agencyId, body: question.body, state },
        ...{ form_hash: question.formHash, received_at: new Date(question.receivedAt), public_text, decided_why },
      })
      .execute();
  },
};

async function load(tx: Tx, command: InterviewCommand): Promise<InterviewLoaded | Refusal> {
  if (command.verb === 'draft') {
    const agency = await tx
      .selectFrom('agencies')
      .select('id')
      .where('id', '=', command.agencyId)
      .where('ended_on', 'is', null)
      .executeTakeFirst();
    return {
      file: null,
      agencyKnown: agency !== undefined,
      ...(await pictureOf(tx, command.notice, command.agencyId)),
    };
  }
  const { interviewId } = command;
  const file = await findInterviewFile(tx, interviewId, 'lock');
  if (!file) return NO_SUCH_INTERVIEW;
  if (command.verb === 'ask') {
    if ((await questionOfForm(tx, command.formHash)) !== undefined)
      return refuse('FORM_SPENT', INTERVIEW_BASIS, '这份表单已经提交过，提问已经收到，没有再登记一次。');
    const { n } = await tx
      .selectFrom('interview_questions')
      .select((q) => q.fn.countAll<number>().as('n'))
      .where('interview_id', '=', interviewId)
      .executeTakeFirstOrThrow();
    return { file, agencyKnown: true, questions: Number(n) };
  }
  if (command.verb === 'revise')
    return { file, agencyKnown: true, ...(await pictureOf(tx, command.notice, file.interview.agencyId)) };
  if (command.verb !== 'admit' && command.verb !== 'decline') return { file, agencyKnown: true };
  const row = await tx
    .selectFrom('interview_questions')
    .selectAll()
    .where('id', '=', command.questionId)
    .where('interview_id', '=', interviewId)
    .executeTakeFirst();
  return { file, agencyKnown: true, question: row && toQuestion(row) };
}

async function pictureOf(
  tx: Tx,
  { picture = '' }: InterviewNotice,
  agencyId: AgencyId,
): Promise<Pick<InterviewLoaded, 'pictureKept'>> {
  if (picture === '') return {};
  return { pictureKept: (await picturesToName(tx, [picture], agencyId)).has(picture) };
}

/** 预告图片 that a row names: the sweep of pictures leaves them. */
export async function picturesOfInterviews(db: Db): Promise<readonly string[]> {
  const rows = await db.selectFrom('interviews').select('picture').distinct().where('picture', '<>', '').execute();
  return rows.map(({ picture }) => picture);
}

/** 公开的预告图片: of an interview the public reads, and of nothing else. */
export async function publicInterviewPicture(
  db: Db,
  id: InterviewId,
  sha256: string,
): Promise<BodyPicture | undefined> {
  const row = await db
    .selectFrom('interviews')
    .select('picture')
    .where('id', '=', id)
    .where('picture', '=', sha256)
    .where('announced_on', 'is not', null)
    .where('state', 'in', PUBLIC_STATES)
    .executeTakeFirst();
  return row && keptPicture(db, row.picture);
}

/** With everything that happened in it. Who may look is asked by the face. */
export async function findInterviewFile(db: Db, id: InterviewId, lock?: 'lock'): Promise<InterviewFile | undefined> {
  const query = db.selectFrom('interviews').selectAll().where('id', '=', id);
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst();
  if (!row) return undefined;
  const facts = await db
    .selectFrom('interview_facts')
    .selectAll()
    .where('interview_id', '=', id)
    // What was written after the row was read is the next reader's.
    .where('n', '<=', row.last_n)
    .orderBy('n')
    .execute();
  return { interview: toInterview(row), facts: facts.map(toInterviewFact) };
}

/** What the form asked, as it is kept; undefined when it was not sent before. */
export async function questionOfForm(db: Db, formHash: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('interview_questions')
    .select('body')
    .where('form_hash', '=', formHash)
    .executeTakeFirst();
  return row?.body;
}
