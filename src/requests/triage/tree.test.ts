import { describe, expect, it } from 'vitest';
import { OUTCOME_NAMES, type OutcomeName, outcomeOf } from '../outcomes.ts';
import { FILE_VERBS } from '../verbs.ts';
import { judgementKept, judgementSays, type KeptJudgement, outcomeJudged, type TriageAnswer } from './judgement.ts';
import { FIRST_QUESTION, type Lead, type QuestionName, TRIAGE } from './tree.ts';

/** Every way through the tree: the answers given, and where it ends. */
function ways(from: QuestionName, before: readonly TriageAnswer[] = []): { answers: TriageAnswer[]; end: Lead }[] {
  if (before.some(({ question }) => question === from)) throw new Error(`asked twice: ${from}`);
  return [true, false].flatMap((yes) => {
    const lead = yes ? TRIAGE[from].yes : TRIAGE[from].no;
    const answers = [...before, { question: from, yes }];
    return 'to' in lead ? ways(lead.to, answers) : [{ answers, end: lead }];
  });
}
const all = ways(FIRST_QUESTION).map(({ answers, end }) => ({
  answers,
  passed: answers.map(({ question }) => question),
  end,
  outcome: outcomeJudged(answers),
}));
const endsIn = (name: OutcomeName) => all.filter(({ outcome }) => outcome === name);
const EXEMPT = OUTCOME_NAMES.filter((name) => outcomeOf(name).remedy === 'reconsiderFirst' && name !== 'partlyGranted');

describe('研判', () => {
  it('TRI-1 every way ends, every question is met, and every outcome by reply is reached', () => {
    expect(new Set(all.flatMap(({ passed }) => passed))).toEqual(new Set(Object.keys(TRIAGE)));
    for (const name of OUTCOME_NAMES.filter((one) => outcomeOf(one).by === 'reply'))
      expect([name, endsIn(name).length > 0]).toEqual([name, true]);
    for (const { end } of all) if ('first' in end) expect(FILE_VERBS).toContain(end.first);
  });

  it('TRI-2 whose it is and whether it exists are asked before any exemption', () => {
    expect(EXEMPT.length).toBe(7);
    for (const { passed } of [...EXEMPT, 'partlyGranted' as const].flatMap(endsIn)) {
      expect(passed.indexOf('notOurs')).toBeGreaterThan(-1);
      expect(passed.indexOf('missing')).toBeGreaterThan(passed.indexOf('notOurs'));
    }
  });

  it.each<[OutcomeName, QuestionName]>([
    ['thirdPartyRights', 'thirdPartyHeard'],
    ['stillUnclear', 'unclear'],
    ['excessive', 'reasonsGiven'],
  ])('TRI-3 %s only after “%s” was asked', (outcome, question) => {
    for (const { passed } of endsIn(outcome)) expect(passed).toContain(question);
  });

  it.each(EXEMPT)('TRI-4 %s only after it was asked whether the rest can be given', (exempt) => {
    expect(endsIn(exempt).length).toBeGreaterThan(0);
    for (const { answers } of endsIn(exempt)) expect(answers.at(-1)).toEqual({ question: 'separable', yes: false });
    const parted = endsIn(exempt).map(({ answers }) => [...answers.slice(0, -1), { question: 'separable', yes: true }]);
    for (const answers of parted) expect(outcomeJudged(answers)).toBe('partlyGranted');
  });

  it('TRI-4 what has nothing to withhold is given', () => {
    expect(endsIn('granted').length).toBeGreaterThan(0);
    for (const { passed } of endsIn('granted')) expect(passed).not.toContain('separable');
  });

  describe('what is kept of it', () => {
    const { answers } = endsIn('notHeld')[0]!;

    it('TRI-5 answers that are no way through the questions are not kept', () => {
      const broken = [[], answers.slice(1), answers.slice(0, -1), [...answers, answers[0]!], [...answers].reverse()];
      for (const wrong of broken) expect(judgementKept({ answers: wrong }, 'notHeld')).toMatchObject({ code: 'TRI-5' });
      const first = all.find(({ end }) => 'first' in end)!;
      expect(judgementKept({ answers: first.answers }, 'stillUnclear')).toMatchObject({ code: 'TRI-5' });
    });

    it('TRI-6 another outcome than they lead to needs a reason, which is told with every answer', () => {
      expect(judgementKept({ answers }, 'notHeld')).toEqual({ answers, judged: 'notHeld' });
      expect(judgementKept({ answers, why: ' ' }, 'granted')).toMatchObject({ code: 'TRI-6' });
      const kept = judgementKept({ answers, why: ' 后来找到了 ' }, 'granted');
      expect(kept).toEqual({ answers, judged: 'notHeld', why: '后来找到了' });
      const says = judgementSays(kept as KeptJudgement);
      expect(says).toContain(`${TRIAGE.missing.asks}是`);
      expect(says).toContain('没有照办的理由：后来找到了');
    });
  });
});
