import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../../test/support/database.ts';
import { openDesk, type Who } from '../../../test/support/open-desk.ts';
import { findTraining } from '../../supervision/store/trainings.ts';
import type { InboxView, QuizView, TrainingPage, TrainingView } from '../contract.ts';

const { db } = await testDatabase();
const office = await openDesk(db);
const { as } = office;
const INVITED = ['officer-editor', 'officer-handler', 'officer-officeHead'];
const PLAN = {
  ...{
    agencyId: 'county',
    title: '第四季度业务培训',
    content: '公开目录、链接、个人信息',
    lecturer: '傅主任',
    place: '',
  },
  ...{ plannedOn: '2026-11-18', invited: INVITED },
};
const plan = (change: object = {}, who: Who = 'officeHead') => as(who).post('/api/trainings', { ...PLAN, ...change });
const page = async (who: Who = 'officeHead'): Promise<TrainingPage> =>
  (await as(who).get('/api/trainings?year=2026')).json();
const view = async (id: string, who: Who = 'officeHead'): Promise<TrainingView> =>
  (await as(who).get(`/api/trainings/${id}`)).json();
const act = async (who: Who, id: string, sent: object, seen?: number) =>
  as(who).post(`/api/trainings/${id}/acts`, { seen: seen ?? (await view(id)).seen, act: sent });
const quiz = async (id: string, who: Who): Promise<QuizView> => (await as(who).get(`/api/quizzes/${id}`)).json();
const answer = (who: Who, id: string, quizId: string, choices: readonly (readonly number[])[]) =>
  as(who).post(`/api/quizzes/${id}/answer`, { quizId, choices });
const inbox = async (who: Who): Promise<InboxView> => (await as(who).get('/api/inbox')).json();
const idOf = async () => (await page()).lines[0]!.id;
const rightOf = async (id: string) => (await findTraining(db, id))!.quiz!.questions.map(({ right }) => [...right]);

beforeAll(() => office.on('2026-11-10'));

describe('培训', () => {
  it('SUP-79 planned by the head with those who are to come; nobody of elsewhere, nobody twice', async () => {
    expect((await plan({ invited: [] })).json()).toMatchObject({ code: 'NOBODY_INVITED' });
    expect((await plan({ invited: ['officer-editor', 'officer-editor'] })).json()).toMatchObject({
      code: 'INVITED_TWICE',
    });
    expect((await plan({ invited: ['officer-stranger'] })).json()).toMatchObject({ code: 'NOT_ELIGIBLE' });
    expect((await plan({ title: ' ' })).json()).toMatchObject({ code: 'TITLE_MISSING' });
    expect((await plan()).statusCode).toBe(200);
    expect((await page('editor')).lines).toMatchObject([
      { title: PLAN.title, term: '已计划', invited: 3, attended: 0 },
    ]);
    expect((await page('editor')).agencies).toEqual([]);
  });

  it('SUP-81 a paper is drawn, may be drawn anew, and tells no answer to who is asked', async () => {
    const id = await idOf();
    const { seen } = await view(id);
    expect((await act('officeHead', id, { verb: 'drawQuiz', count: 8, dueOn: '2026-11-09' })).json()).toMatchObject({
      code: 'DUE_IN_THE_PAST',
    });
    expect((await act('officeHead', id, { verb: 'drawQuiz', count: 8, dueOn: '2026-11-30' })).statusCode).toBe(200);
    expect(
      (await act('officeHead', id, { verb: 'drawQuiz', count: 9, dueOn: '2026-11-30' }, seen)).json(),
    ).toMatchObject({
      code: 'STALE',
    });
    const first = (await quiz(id, 'editor')).quizId;
    await act('officeHead', id, { verb: 'drawQuiz', count: 6, dueOn: '2026-11-30' });
    const paper = await quiz(id, 'handler');
    expect(paper.questions).toHaveLength(6);
    expect(paper.questions.every(({ solved }) => solved === null)).toBe(true);
    // The head is asked himself, so he sees no answer either; who is not asked does.
    expect((await view(id)).questions.every(({ solved }) => solved === null)).toBe(true);
    expect((await view(id, 'auditor')).questions.every(({ solved }) => solved !== null)).toBe(true);
    expect((await answer('handler', id, first, await rightOf(id))).json()).toMatchObject({ code: 'QUIZ_CHANGED' });
    const row = (await inbox('handler')).mine.find(({ key }) => key === `quizzes/${id}`);
    expect(row).toMatchObject({ step: '答题', dueOn: '2026-11-30', path: `/quizzes/${id}` });
  });

  it('SUP-82 answered once, all of it, by himself; then right and basis are told', async () => {
    const id = await idOf();
    const { quizId } = await quiz(id, 'handler');
    const right = await rightOf(id);
    expect(
      (
        await answer(
          'handler',
          id,
          quizId,
          right.map((one, n) => (n === 2 ? [] : one)),
        )
      ).json(),
    ).toMatchObject({
      code: 'ANSWER_MISSING',
    });
    expect(
      (
        await answer(
          'handler',
          id,
          quizId,
          right.map(() => [9]),
        )
      ).json(),
    ).toMatchObject({ code: 'NO_SUCH_CHOICE' });
    const done: QuizView = (await answer('handler', id, quizId, right)).json();
    expect(done.result).toMatchObject({ score: 100, passed: true, on: '2026-11-10' });
    expect(done.questions.every(({ solved }) => solved !== null && solved.basis !== '')).toBe(true);
    expect((await answer('handler', id, quizId, right)).json()).toMatchObject({ code: 'ALREADY_ANSWERED' });
    expect((await inbox('handler')).mine.some(({ key }) => key === `quizzes/${id}`)).toBe(false);
    const wrong = right.map(([one], n) => (n < 2 ? [one === 0 ? 1 : 0] : right[n]!));
    expect((await answer('editor', id, quizId, wrong)).json()).toMatchObject({ result: { score: 67, passed: false } });
    const { persons } = await view(id);
    expect(persons.map(({ name, score, passed }) => `${name} ${score} ${passed}`)).toEqual([
      '卞编辑 67 false',
      '韩经办 100 true',
      '傅主任 null false',
    ]);
    // The mark of the paper decides, not a figure of the program.
    const marked = (mark: number) =>
      sql`update trainings set quiz = quiz || jsonb_build_object('passScore', ${mark}::int) where id = ${id}`.execute(
        db,
      );
    await marked(67);
    expect((await view(id)).persons.map(({ passed }) => passed)).toEqual([true, true, false]);
    expect([(await quiz(id, 'editor')).passScore, (await page()).lines[0]!.quiz!.passed]).toEqual([67, 2]);
    await marked(80);
    expect((await act('officeHead', id, { verb: 'drawQuiz', count: 6, dueOn: '2026-11-30' })).json()).toMatchObject({
      code: 'QUIZ_ANSWERED',
    });
    // Changing who is to come does not take away who has answered.
    const without = { verb: 'invite', plannedOn: '2026-11-19', invited: ['officer-editor', 'officer-officeHead'] };
    expect((await act('officeHead', id, without)).json()).toMatchObject({ code: 'HAS_ANSWERED' });
  });

  it('SUP-80 its day over it waits for the head, who records who came; counted by persons', async () => {
    office.on('2026-11-19');
    const id = await idOf();
    expect((await view(id)).line.term).toBe('过了日期没有登记');
    expect((await inbox('officeHead')).mine.find(({ key }) => key === `trainings/${id}`)).toMatchObject({
      step: '登记到场',
    });
    const hold = { verb: 'hold', heldOn: '2026-11-18', attended: INVITED.slice(0, 2), guests: 5 };
    expect((await act('officeHead', id, { ...hold, heldOn: '2026-11-20' })).json()).toMatchObject({
      code: 'IN_THE_FUTURE',
    });
    expect((await act('officeHead', id, { ...hold, attended: ['officer-legal'] })).json()).toMatchObject({
      code: 'NOT_INVITED',
    });
    expect((await act('officeHead', id, { ...hold, attended: [], guests: 0 })).json()).toMatchObject({
      code: 'NOBODY_CAME',
    });
    expect((await act('officeHead', id, hold)).json()).toMatchObject({ line: { term: '已举办', attended: 7 } });
    expect((await act('officeHead', id, { verb: 'cancelTraining', because: '算了' })).json()).toMatchObject({
      code: 'ALREADY_HELD',
    });
    expect(await page()).toMatchObject({ held: 1, persons: 7 });
    const sheet = await as('auditor').post('/api/trainings/export?year=2026', {});
    expect(sheet.headers['content-type']).toContain('spreadsheetml');
  });

  it('SUP-82 after its day nobody answers any more; a training called off has no paper', async () => {
    office.on('2026-12-01');
    const id = await idOf();
    const { quizId, isClosed } = await quiz(id, 'officeHead');
    expect(isClosed).toBe(true);
    expect((await answer('officeHead', id, quizId, await rightOf(id))).json()).toMatchObject({ code: 'QUIZ_CLOSED' });
    await plan({ title: '第二期', plannedOn: '2026-12-10' });
    const second = (await page()).lines.find(({ title }) => title === '第二期')!.id;
    await act('officeHead', second, { verb: 'drawQuiz', count: 5, dueOn: '2026-12-20' });
    await act('officeHead', second, { verb: 'cancelTraining', because: '讲课的人出差' });
    expect((await as('editor').get(`/api/quizzes/${second}`)).json()).toMatchObject({ code: 'NO_SUCH_TRAINING' });
    expect(await page()).toMatchObject({ held: 1, persons: 7 });
  });
});

describe('who may not', () => {
  it.each<Who>(['handler', 'systemAdmin', 'securityAdmin', 'idle'])('%s finds the room closed', async (who) => {
    const id = await idOf();
    expect((await as(who).get('/api/trainings')).statusCode).toBe(403);
    expect((await as(who).get(`/api/trainings/${id}`)).statusCode).toBe(403);
    expect((await as(who).post('/api/trainings/export', {})).statusCode).toBe(403);
    expect((await plan({}, who)).statusCode).toBe(403);
  });

  it('SUP-79 SUP-82 who reads plans nothing; who is not invited sees no paper and answers none', async () => {
    const id = (await page()).lines.find(({ title }) => title === PLAN.title)!.id;
    for (const who of ['editor', 'auditor'] as const) expect((await plan({ title: '别的' }, who)).statusCode).toBe(403);
    expect((await act('editor', id, { verb: 'cancelTraining', because: '不办' })).statusCode).toBe(403);
    for (const who of ['legal', 'otherLiaison', 'systemAdmin'] as const) {
      expect((await as(who).get(`/api/quizzes/${id}`)).json()).toMatchObject({ code: 'NO_SUCH_TRAINING' });
      expect((await answer(who, id, 'any', [[0]])).json()).toMatchObject({ code: 'NO_SUCH_TRAINING' });
    }
    expect((await as('otherLiaison').get(`/api/trainings/${id}`)).json()).toMatchObject({ code: 'NO_SUCH_TRAINING' });
  });
});
