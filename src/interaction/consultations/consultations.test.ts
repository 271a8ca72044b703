import { describe, expect, it } from 'vitest';
import { officerOf, sceneOn } from '../../../test/support/scene.ts';
import { civil } from '../../statute/civil-date.ts';
import { HOLIDAY_NOTICES } from '../../statute/holiday-notices.ts';
import { isRefusal } from '../../statute/refusal.ts';
import { DEFAULT_SETTINGS } from '../../statute/settings.ts';
import { workCalendar } from '../../statute/work-calendar.ts';
import type { ConsultationAct } from './commands.ts';
import {
  CONSULTATION_STATES,
  type ConsultationFile,
  type ConsultationState,
  type ConsultationText,
  type PublicConsultation,
  standing,
} from './consultation.ts';
import { decideConsultation } from './decide.ts';
import type { ConsultationFact } from './facts.ts';
import { lastDay, refusePeriod } from './period.ts';
import { CONSULTATION_VERB_NAMES, permitConsultationVerb } from './permissions.ts';
import { faultsOfQuestions, type Question, readAnswers } from './questions.ts';
import { decideSend } from './send.ts';
import { placesOf, resultsOf } from './tally.ts';

const CALENDAR = workCalendar(HOLIDAY_NOTICES, DEFAULT_SETTINGS);
const TEXT: ConsultationText = {
  form: 'opinions',
  title: '停车收费办法（征求意见稿）',
  explanation: '为了规范停车收费。',
  draft: '第一条 每小时三元。',
  questions: [],
  otherWays: '',
  matter: 'decision',
  days: 30,
  whyShorter: '',
};
const CONSULTATION: PublicConsultation = {
  id: 'c',
  agencyId: 'county',
  text: TEXT,
  state: 'opened',
  opensOn: civil('2026-03-02'),
  closesOn: civil('2026-04-01'),
  releasedOn: null,
  outcome: '',
};
const told = (type: ConsultationFact['type'], by: string, n: number) =>
  ({ type, by, n, on: civil('2026-03-01'), recordedAt: '' }) as ConsultationFact;
const fileOf = (
  change: Partial<PublicConsultation> = {},
  facts: readonly ConsultationFact[] = [],
): ConsultationFile => ({
  consultation: { ...CONSULTATION, ...change },
  facts,
});
const decide = (
  act: ConsultationAct,
  on: string,
  change: Partial<PublicConsultation> = {},
  { unanswered = 0, named = [] as string[] } = {},
) =>
  decideConsultation(
    { file: fileOf(change), agencyKnown: true, unanswered, named, toTell: [] },
    act,
    sceneOn(on, officerOf('county', 'editor'), CALENDAR),
  );
const own = { consultationId: 'c' } as const;
const next = (result: ReturnType<typeof decide>) => {
  if (isRefusal(result)) throw new Error(result.says);
  return result.next.consultation;
};

describe('征集期限', () => {
  const asked = (matter: ConsultationText['matter'], days: number, whyShorter = '') =>
    refusePeriod({ matter, days, whyShorter }, DEFAULT_SETTINGS)?.code;
  it.each([
    ['decision', 30, '', undefined],
    ['decision', 29, '', 'INT-12'],
    ['decision', 29, '防汛紧急', undefined],
    ['market', 29, ' ', 'INT-12'],
    ['normative', 7, '', undefined],
    ['normative', 6, '', 'INT-12'],
    ['other', 0, '紧急', 'INT-12'],
  ] as const)('INT-12 %s for %i days, reason “%s”: %s', (matter, days, why, code) =>
    expect(asked(matter, days, why)).toBe(code),
  );

  it.each([
    // A Wednesday; a Saturday; the eve of the National Day holidays of 2026, 1 to 7 October.
    ['2026-03-02', 30, '2026-04-01'],
    ['2026-03-05', 30, '2026-04-07'],
    ['2026-09-01', 30, '2026-10-08'],
  ])('INT-13 opened on %s for %i days, the last day is %s', (opens, days, last) =>
    expect(lastDay(civil(opens), days, CALENDAR)).toBe(last),
  );

  it('INT-13 opens on the day it passes; nobody types the day', () => {
    const passed = next(
      decide({ verb: 'check', ...own, passed: true, opinion: '' }, '2026-03-02', { state: 'submitted' }),
    );
    expect([passed.state, passed.opensOn, passed.closesOn]).toEqual(['opened', '2026-03-02', '2026-04-01']);
  });

  it('INT-13 is open to the end of the last day, and no result before that', () => {
    expect(standing(CONSULTATION, civil('2026-04-01'))).toBe('正在征集');
    expect(standing(CONSULTATION, civil('2026-04-02'))).toBe('已结束，结果待公布');
    const act = { verb: 'summarize', ...own, outcome: '收到 0 条' } as const;
    expect(decide(act, '2026-04-01')).toMatchObject({ code: 'INT-13' });
    expect(next(decide(act, '2026-04-02')).state).toBe('summed');
  });

  it('INT-13 is prolonged while it is open, with its reason, to a workday', () => {
    const prolonged = next(decide({ verb: 'prolong', ...own, days: 3, why: '村民要求' }, '2026-04-01'));
    expect(prolonged.closesOn).toBe('2026-04-07');
    expect(isRefusal(decide({ verb: 'prolong', ...own, days: 3, why: '' }, '2026-04-01'))).toBe(true);
    expect(isRefusal(decide({ verb: 'prolong', ...own, days: 3, why: '村民要求' }, '2026-04-02'))).toBe(true);
  });
});

describe('办理', () => {
  it('INT-14 whoever wrote or handed it in does not check it, not as a deputy either', () => {
    const facts = [told('drafted', 'officer-a', 1), told('revised', 'officer-b', 2), told('submitted', 'officer-a', 3)];
    const may = (id: string) =>
      permitConsultationVerb(
        { ...officerOf('county', 'publisher'), id } as never,
        'check',
        fileOf({ state: 'submitted' }, facts),
      ).allowed;
    expect(['officer-a', 'officer-b', 'officer-b/officer-c', 'officer-c'].map(may)).toEqual([
      false,
      false,
      false,
      true,
    ]);
  });

  it('INT-15 no result while an opinion has no answer; an answer is whole', () => {
    const act = { verb: 'summarize', ...own, outcome: '收到 2 条' } as const;
    expect(decide(act, '2026-04-02', {}, { unanswered: 1 })).toMatchObject({ code: 'INT-15' });
    const reply = (text: string, opinionIds = ['o'], named = ['o']) =>
      decide(
        { verb: 'reply', ...own, opinionIds, adoption: 'declined', reply: text, gist: '' },
        '2026-03-20',
        {},
        { named },
      );
    expect(reply('因……，没有采纳。')).toMatchObject({ code: 'INT-15' });
    expect(reply(' ')).toMatchObject({ code: 'INT-15' });
    expect(isRefusal(reply('因没有依据，没有采纳。'))).toBe(false);
    expect(isRefusal(reply('因没有依据，没有采纳。', ['o', 'of another'], ['o']))).toBe(true);
  });

  it('INT-17 no number of a person leaves with the draft, a gist or the result', () => {
    const number = '身份证号11010119900101123';
    const checked = ['110101199001011237', '11010119900101123X'].map((id) =>
      decide({ verb: 'summarize', ...own, outcome: `张某${id}提出` }, '2026-04-02'),
    );
    expect(checked.some((one) => isRefusal(one) && one.code === 'INT-17')).toBe(true);
    expect(isRefusal(decide({ verb: 'summarize', ...own, outcome: number }, '2026-04-02'))).toBe(false);
  });

  it('what is incomplete is not handed in', () => {
    for (const lacking of [{ explanation: '' }, { draft: '' }, { days: 7 }])
      expect(
        isRefusal(decide({ verb: 'submit', ...own }, '2026-03-01', { state: 'draft', text: { ...TEXT, ...lacking } })),
      ).toBe(true);
    expect(next(decide({ verb: 'submit', ...own }, '2026-03-01', { state: 'draft' })).state).toBe('submitted');
  });

  it('INT-14 谁能办: state × role → verbs', async () => {
    const roles = [
      'editor',
      'handler',
      'officeHead',
      'publisher',
      'signatory',
      'auditor',
      'reporter',
      'liaison',
    ] as const;
    const lines = (Object.keys(CONSULTATION_STATES) as ConsultationState[]).flatMap((state) =>
      roles.map((role) => {
        const file = fileOf({ state });
        const verbs = CONSULTATION_VERB_NAMES.filter(
          (verb) => permitConsultationVerb(officerOf('county', role), verb, file).allowed,
        );
        return `${state.padEnd(10)}${role.padEnd(12)}${verbs.join(' ') || '-'}`;
      }),
    );
    await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot('permissions.golden.txt');
  });
});

const question = (key: string, change: Partial<Question>): Question => ({
  ...{ key, kind: 'single', says: key, required: true, options: ['甲', '乙'], rows: [], showIf: null },
  ...change,
});
const QUESTIONS = [
  question('q1', {}),
  question('q2', { kind: 'multiple', options: ['甲', '乙', '丙'], showIf: { question: 'q1', options: [1] } }),
  question('q3', { kind: 'scale', options: [] }),
  question('q4', { kind: 'matrix', rows: ['东', '西'] }),
  question('q5', { kind: 'text', options: [], required: false }),
];
const read = (sent: Record<string, string>, questions = QUESTIONS) =>
  readAnswers(questions, (field) => sent[field] ?? '');

describe('问卷', () => {
  const WHOLE = { q1: '1', 'q2.0': '1', 'q2.2': '1', q3: '4', 'q4.0': '0', 'q4.1': '1', q5: '好' };
  it('INT-16 each kind is read as it is asked', () =>
    expect(read(WHOLE)).toEqual({ answers: { q1: [1], q2: [0, 2], q3: [4], q4: [0, 1], q5: '好' }, faults: [] }));

  it('INT-16 what is not asked is neither missed nor kept', () =>
    expect(read({ ...WHOLE, q1: '0' })).toEqual({ answers: { q1: [0], q3: [4], q4: [0, 1], q5: '好' }, faults: [] }));

  it('INT-16 a condition on a question that was not asked itself does not hold', () => {
    const chained = [...QUESTIONS.slice(0, 2), question('q6', { showIf: { question: 'q2', options: [0] } })];
    expect(read({ q1: '0', 'q2.0': '1' }, chained)).toEqual({ answers: { q1: [0] }, faults: [] });
  });

  it('INT-16 what is missing, out of range or half is said at its question', () => {
    const wrong = read({ q1: '7', q3: '5', 'q4.0': '0', q5: '长'.repeat(1_001) });
    expect(wrong.faults.map(({ key }) => key)).toEqual(['q1', 'q3', 'q4', 'q5']);
  });

  it.each([
    [[], '没有题目'],
    [[question('q1', { options: ['甲'] })], '至少要有两个选项'],
    [[question('q1', { options: ['甲', '甲'] })], '重复的选项'],
    [[question('q1', { says: ' ' })], '没有写题目'],
    [[question('q1', {}), question('q1', {})], '编号'],
    [[question('q1', { kind: 'matrix' })], '各行没有写'],
    [[question('q1', { showIf: { question: 'q2', options: [0] } }), question('q2', {})], '前面的一道'],
    [[question('q1', {}), question('q2', { showIf: { question: 'q1', options: [9] } })], '哪个选项'],
    [[1, 2, 3, 4, 5, 6].map((n) => question(`q${n}`, { kind: 'file' })), '最多 5 道'],
  ])('INT-16 cannot be asked: %#', (questions, says) => expect(faultsOfQuestions(questions).join()).toContain(says));

  it('INT-18 the sums of many answers are those of a count', () => {
    const tallies = new Map<string, number>();
    const all = Array.from({ length: 60 }, (_, i) =>
      read({ q1: String(i % 2), 'q2.1': '1', q3: String(i % 5), 'q4.0': '0', 'q4.1': String(i % 2) }),
    );
    for (const { answers } of all)
      for (const place of placesOf(QUESTIONS, answers)) tallies.set(place, (tallies.get(place) ?? 0) + 1);
    const [q1, q2, q3, q4, q5] = resultsOf(QUESTIONS, tallies);
    expect(q1!.tables[0]!.lines.map(({ n }) => n)).toEqual([30, 30]);
    expect([q2!.answered, q2!.tables[0]!.lines.map(({ n }) => n)]).toEqual([30, [0, 30, 0]]);
    expect([q3!.average, q3!.answered]).toEqual([3, 60]);
    expect(q4!.tables.map(({ lines }) => lines.map(({ n }) => n))).toEqual([
      [60, 0],
      [30, 30],
    ]);
    expect([q5!.answered, q5!.tables]).toEqual([0, []]);
  });
});

describe('提出意见', () => {
  const send = (change: Partial<PublicConsultation>, on: string, answeredBefore = false, body = '太贵了') =>
    decideSend(
      { consultation: { ...CONSULTATION, ...change }, queryNumber: '1', answeredBefore },
      {
        ...{
          verb: 'send',
          consultationId: 'c',
          body,
          answers: {},
          files: [],
          writer: { name: '', phone: '', email: '' },
        },
        ...{ formHash: '', visitorDigest: null, code: '', codeDigest: '' },
      },
      sceneOn(on, { kind: 'public', id: 'public' }),
    );
  it('INT-13 to the last day and not after, nor when it was stopped', () => {
    expect(isRefusal(send({}, '2026-04-01'))).toBe(false);
    expect(send({}, '2026-04-02')).toMatchObject({ code: 'CLOSED' });
    expect(send({ state: 'stopped' }, '2026-03-10')).toMatchObject({ code: 'CLOSED' });
  });
  it('INT-19 a browser answers a survey once; nothing is no answer', () => {
    expect(send({}, '2026-03-10', true)).toMatchObject({ code: 'INT-19' });
    expect(isRefusal(send({}, '2026-03-10', false, ' '))).toBe(true);
    expect(isRefusal(send({ text: { ...TEXT, form: 'survey' } }, '2026-03-10'))).toBe(true);
  });
});
