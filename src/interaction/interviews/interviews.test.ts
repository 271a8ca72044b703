import { describe, expect, it } from 'vitest';
import { officerOf, sceneOn } from '../../../test/support/scene.ts';
import { PUBLIC, SYSTEM } from '../../people/actor.ts';
import { ROLES, type RoleName } from '../../people/role.ts';
import { civil } from '../../statute/civil-date.ts';
import { isRefusal } from '../../statute/refusal.ts';
import type { InterviewCommand } from './commands.ts';
import { decideInterview, type InterviewNext } from './decide.ts';
import type { InterviewFact } from './facts.ts';
import { INTERVIEW_STATE_NAMES, INTERVIEW_STATES, type InterviewFile, type InterviewQuestion } from './interview.ts';
import { INTERVIEW_VERB_NAMES, INTERVIEW_VERBS, permitInterview, permitInterviewVerb } from './permissions.ts';
import { transcriptOf } from './transcript.ts';

const NOTICE = {
  title: '冬季供暖怎么办',
  guest: '李暖',
  guestPost: '示例县住房和城乡建设局局长',
  intro: '谈今年的供暖安排。',
  plannedOn: civil('2026-03-10'),
  plannedAt: '09:30',
};
const QUESTION: InterviewQuestion = {
  ...{ id: 'q', interviewId: 'id-1', agencyId: 'county', body: '我家温度不够', receivedAt: '2026-03-05T02:00:00Z' },
  ...{ state: 'waiting', publicText: null, decidedWhy: '' },
};
const EDITOR = officerOf('county', 'editor');
const act = (
  file: InterviewFile | null,
  command: Record<string, unknown>,
  day = '2026-03-05',
  question?: InterviewQuestion,
) =>
  decideInterview(
    { file, agencyKnown: true, question },
    { interviewId: 'id-1', ...command } as InterviewCommand,
    sceneOn(day, EDITOR),
  );
function done(...args: Parameters<typeof act>): InterviewNext {
  const result = act(...args);
  if (isRefusal(result)) throw new Error(result.says);
  return result.next;
}
const drafted = done(null, { verb: 'draft', agencyId: 'county', notice: NOTICE });
const submitted = done(drafted, { verb: 'submit', seen: 1 });
const announced = done(submitted, { verb: 'check', seen: 1, passed: true, opinion: '' });
const live = done(announced, { verb: 'begin' }, '2026-03-10');
const say = (text: string, once = text, answers: number | null = null) => ({
  ...{ verb: 'say', speaker: 'guest', text, answers, once },
});

describe('预告', () => {
  it('INT-35 nothing is announced before a second person let it through', () => {
    expect([drafted, submitted, announced].map(({ interview }) => interview.announcedOn)).toEqual([
      null,
      null,
      '2026-03-05',
    ]);
    const both = officerOf('county', 'editor', 'publisher');
    const own = {
      ...submitted,
      facts: submitted.facts.map((fact) => ({ ...fact, by: both.kind === 'officer' ? both.id : '' })),
    };
    expect(permitInterviewVerb(both, 'check', own)).toMatchObject({ refusal: { code: 'INT-35' } });
    expect(permitInterviewVerb(officerOf('county', 'publisher'), 'check', own)).toEqual({ allowed: true });
    // Whoever wrote any of it, not only the last hand.
    const two = [...own.facts, { ...own.facts[0]!, type: 'revised', n: 3, by: 'another' } as InterviewFact];
    expect(permitInterviewVerb(both, 'check', { ...own, facts: two }).allowed).toBe(false);
  });

  it('INT-35 what was revised since it was shown is not let through; sent back says why', () => {
    const again = done(drafted, { verb: 'revise', seen: 1, notice: { ...NOTICE, guest: '王暖' } });
    const sent = done(again, { verb: 'submit', seen: 2 });
    expect(act(sent, { verb: 'check', seen: 1, passed: true, opinion: '' })).toMatchObject({ code: 'STALE' });
    expect(act(sent, { verb: 'check', seen: 2, passed: false, opinion: ' ' })).toMatchObject({
      code: 'INTERVIEW_INCOMPLETE',
    });
    expect(done(sent, { verb: 'check', seen: 2, passed: false, opinion: '职务不对' }).interview.state).toBe('draft');
  });

  it.each([
    ['no theme', { title: ' ' }],
    ['no guest', { guest: '' }],
    ['no such hour', { plannedAt: '25:00' }],
    ['a day that is over', { plannedOn: civil('2026-03-04') }],
    ['the number of a person', { intro: '联系人11010519491231002X' }],
  ])('INT-35 a notice with %s is not kept', (_, change) => {
    expect(isRefusal(act(null, { verb: 'draft', agencyId: 'county', notice: { ...NOTICE, ...change } }))).toBe(true);
  });

  it('INT-38 begins on the day that was told and not before', () => {
    expect(act(announced, { verb: 'begin' }, '2026-03-09')).toMatchObject({ code: 'INT-38' });
    expect(live.interview).toMatchObject({ state: 'live', heldOn: '2026-03-10' });
  });
});

describe('提问', () => {
  it('INT-36 from the notice to the end; the number of a person is covered before it is kept', () => {
    const command = { verb: 'ask', interviewId: 'id-1', text: '', formHash: '' } as const;
    const takes = (file: InterviewFile) => permitInterview(PUBLIC, command, file).allowed;
    const states = INTERVIEW_STATE_NAMES.filter((state) => takes({ ...live, interview: { ...live.interview, state } }));
    expect(states).toEqual(['announced', 'live']);
    const asked = done(announced, { verb: 'ask', text: '我的电话13912345678，家住3幢502室，冷', formHash: 'f' });
    expect(asked.question).toMatchObject({ state: 'waiting', formHash: 'f' });
    expect(asked.question!.body).not.toMatch(/12345678|502/);
    expect(asked.facts).toHaveLength(announced.facts.length);
  });

  it('INT-37 is shown in the words a person let through, once, and never with the number of a person', () => {
    const admit = { verb: 'admit', questionId: 'q', text: '家里温度不够怎么办' };
    const shown = done(live, admit, '2026-03-10', QUESTION);
    expect(transcriptOf(shown.facts)).toMatchObject([{ who: 'public', text: '家里温度不够怎么办' }]);
    expect(act(live, admit, '2026-03-10', shown.question)).toMatchObject({ code: 'STALE' });
    const leaking = { ...admit, text: '身份证11010519491231002X' };
    expect(act(live, leaking, '2026-03-10', QUESTION)).toMatchObject({ code: 'INT-37' });
    const declined = done(live, { verb: 'decline', questionId: 'q', why: '与主题无关' }, '2026-03-10', QUESTION);
    expect([transcriptOf(declined.facts), declined.question!.state]).toEqual([[], 'declined']);
  });
});

describe('实录', () => {
  it('INT-40 said once however often it is sent, answering only a question that is shown', () => {
    const said = done(live, say('今天起供暖', 'form-1'));
    expect(act(said, say('今天起供暖', 'form-1'))).toMatchObject({ code: 'SAID_ALREADY' });
    expect(act(live, say('好', 'form-2', 1))).toMatchObject({ code: 'INTERVIEW_INCOMPLETE' });
    const shown = done(live, { verb: 'admit', questionId: 'q', text: '冷' }, '2026-03-10', QUESTION);
    const answered = done(shown, say('加热', 'form-3', shown.facts.length));
    expect(transcriptOf(answered.facts).at(-1)).toMatchObject({ who: 'guest', answers: shown.facts.length });
  });

  it('INT-42 a correction keeps the place, says so, and needs a reason once it is over', () => {
    const said = done(done(live, say('十五日供暖')), say('谢谢'));
    const turn = said.facts.length - 1;
    const command = { verb: 'correct', turn, seen: turn, text: '二十五日供暖', note: '' };
    const corrected = done(said, command);
    expect(transcriptOf(corrected.facts).map(({ text, corrected }) => [text, corrected !== null])).toEqual([
      ['二十五日供暖', true],
      ['谢谢', false],
    ]);
    expect(act(corrected, command)).toMatchObject({ code: 'STALE' });
    const ended = done(said, { verb: 'end' });
    expect(act(ended, command)).toMatchObject({ code: 'INT-42' });
    expect(isRefusal(act(ended, { ...command, note: '听写有误' }))).toBe(false);
  });

  it('INT-39 ends only after somebody spoke; the video is an address of the web', () => {
    expect(act(live, { verb: 'end' })).toMatchObject({ code: 'INT-39' });
    const ended = done(done(live, say('好')), { verb: 'end' });
    for (const url of ['javascript:alert(1)', 'https://', 'https://a.cn/"><b>', 'ftp://a.cn/x'])
      expect(isRefusal(act(ended, { verb: 'linkVideo', url }))).toBe(true);
    expect(done(ended, { verb: 'linkVideo', url: 'https://video.example.cn/1' }).interview.videoUrl).toContain('video');
  });
});

/** States × roles → verbs, as the office would put it on the wall. */
function goldenMatrix(): string {
  const actors = [
    ...(Object.keys(ROLES) as RoleName[]).map((role) => [ROLES[role].term, officerOf('county', role)] as const),
    ['公众', PUBLIC] as const,
    ['系统', SYSTEM] as const,
  ];
  const facts = live.facts.map((fact) => ({ ...fact, by: 'somebody else' }));
  const blocks = INTERVIEW_STATE_NAMES.map((state) => {
    const file = { facts, interview: { ...live.interview, state } };
    const lines = actors.flatMap(([term, actor]) => {
      const verbs = INTERVIEW_VERB_NAMES.filter((verb) => permitInterviewVerb(actor, verb, file).allowed);
      return verbs.length > 0 ? [`  ${term}：${verbs.map((verb) => INTERVIEW_VERBS[verb].term).join('、')}`] : [];
    });
    return [`【${INTERVIEW_STATES[state]}】`, ...(lines.length > 0 ? lines : ['  无'])].join('\n');
  });
  return `${blocks.join('\n\n')}\n`;
}

describe('who may not', () => {
  it('INT-35 the golden matrix', async () => expect(goldenMatrix()).toMatchFileSnapshot('./permissions.golden.txt'));

  it('INT-35 a right at one agency is none at another', () => {
    const elsewhere = { ...live, interview: { ...live.interview, agencyId: 'town' } };
    expect(permitInterviewVerb(EDITOR, 'say', elsewhere)).toMatchObject({ refusal: { code: 'NOT_YOUR_ROLE' } });
  });
});
