import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { officerOf, sceneOn } from '../../../test/support/scene.ts';
import { civil } from '../../statute/civil-date.ts';
import { HOLIDAY_NOTICES } from '../../statute/holiday-notices.ts';
import { isRefusal } from '../../statute/refusal.ts';
import { DEFAULT_SETTINGS } from '../../statute/settings.ts';
import { workCalendar } from '../../statute/work-calendar.ts';
import { FINDING_KINDS, type FindingKindName } from '../finding-kinds.ts';
import { decideTraining } from './decide.ts';
import { drawOf } from './draw.ts';
import { type FoundOnce, isRight, makeQuiz, scoreOf } from './quiz.ts';
import { RULE_QUESTIONS } from './rule-questions.ts';
import type { Training } from './training.ts';

const KINDS = Object.keys(FINDING_KINDS) as FindingKindName[];
const FOUND: FoundOnce[] = KINDS.map((kind, n) => ({
  ...{ kind, site: '示例县门户', says: `第${n}处有问题。`, on: '2026-11-02' },
}));

describe('抽题', () => {
  it('SUP-81 the same seed draws the same paper, another seed another', () => {
    expect(makeQuiz('a', 10, FOUND)).toEqual(makeQuiz('a', 10, FOUND));
    expect(makeQuiz('a', 10, FOUND).questions).not.toEqual(makeQuiz('b', 10, FOUND).questions);
    const drawn = drawOf('x').some([...Array(50).keys()], 50);
    expect([...drawn].sort((a, b) => a - b)).toEqual([...Array(50).keys()]);
    expect(drawn).not.toEqual([...Array(50).keys()]);
  });

  it('SUP-81 of two hundred papers each question has its basis, distinct options and right ones among them; none twice', () => {
    for (let n = 0; n < 200; n += 1) {
      const { questions } = makeQuiz(`seed ${n}`, 10, FOUND);
      expect(questions).toHaveLength(10);
      expect(questions.filter(({ from }) => from === 'finding')).toHaveLength(5);
      expect(new Set(questions.map(({ says }) => says)).size).toBe(10);
      for (const { basis, options, right, isMultiple } of questions) {
        expect(basis).not.toBe('');
        expect(new Set(options).size).toBe(options.length);
        expect(options.length).toBeGreaterThanOrEqual(4);
        expect(right.length > 1).toBe(isMultiple);
        expect(right.every((one) => one < options.length) && right.length < options.length).toBe(true);
      }
    }
  });

  it('SUP-81 the right answer is the right one: of a finding its kind or what is to be done, of a rule what the rule says', () => {
    const rules = new Map(RULE_QUESTIONS.map(({ says, right }) => [says, right]));
    for (let n = 0; n < 50; n += 1)
      for (const { says, options, right, from } of makeQuiz(`seed ${n}`, 12, FOUND).questions) {
        const answers = right.map((one) => options[one]);
        if (from === 'finding') {
          const { term, advice } = FINDING_KINDS[KINDS[Number(/第(\d+)处/.exec(says)![1])]!];
          expect(answers).toEqual([says.endsWith('哪一类问题？') ? term : advice]);
        } else if (rules.has(says)) expect(answers).toEqual([rules.get(says)]);
      }
  });

  it('SUP-81 nothing of people’s numbers is asked, the same finding once; without findings the rules fill the paper', () => {
    const told = makeQuiz('a', 30, [...FOUND, ...FOUND]).questions.map(({ says }) => says);
    const at = KINDS.indexOf('personalInformation');
    expect(told.some((says) => says.includes(`第${at}处`))).toBe(false);
    expect(new Set(told).size).toBe(told.length);
    const none = makeQuiz('a', 10, []).questions;
    expect(none).toHaveLength(10);
    expect(none.every(({ from }) => from === 'rule')).toBe(true);
  });

  it('SUP-81 what is asked of a rule stands in the rule book, and no wrong answer does', () => {
    const book = readFileSync('RULES.md', 'utf8').split('\n');
    for (const { rule, right, wrong } of RULE_QUESTIONS) {
      const line = (book.find((one) => one.startsWith(`- [${rule}]`)) ?? '').replace(/\s/g, '');
      expect([rule, line.includes(right)]).toEqual([rule, true]);
      expect([rule, wrong.filter((one) => new RegExp(`(?<!\\d)${one}`).test(line))]).toEqual([rule, []]);
    }
  });
});

const TRAINING: Training = {
  ...{ id: 't', agencyId: 'county', title: '培训', content: '公开', lecturer: '', place: '', invited: ['o'] },
  ...{ plannedOn: civil('2026-11-12'), heldOn: null, attended: [], guests: 0, cancelledBecause: null, quiz: null },
  ...{ plannedBy: 'o', version: 1 },
};
const DRAW = { verb: 'drawQuiz', trainingId: 't', count: 8, dueOn: civil('2026-11-30') } as const;

describe('评分', () => {
  it('SUP-82 a question counts where exactly the right ones were chosen', () => {
    expect(isRight({ right: [0, 2] }, [2, 0])).toBe(true);
    expect([[0], [0, 1], [0, 2, 3], []].map((chosen) => isRight({ right: [0, 2] }, chosen))).toEqual([
      false,
      false,
      false,
      false,
    ]);
    const quiz = makeQuiz('a', 6, FOUND);
    const all = quiz.questions.map(({ right }) => right);
    expect(scoreOf(quiz, all)).toBe(100);
    expect(scoreOf(quiz, [[], ...all.slice(1)])).toBe(83);
    expect(scoreOf(quiz, [])).toBe(0);
  });

  it('SUP-82 a paper keeps the pass mark that was set when it was drawn', () => {
    const training = { ...TRAINING, quiz: null };
    const drawn = (passScore?: number) => {
      const settings = { ...DEFAULT_SETTINGS, ...(passScore ? { quizPassScore: passScore } : {}) };
      const calendar = workCalendar(HOLIDAY_NOTICES, settings);
      const scene = sceneOn('2026-11-10', officerOf('county', 'officeHead'), calendar);
      const loaded = { training, eligible: new Set<string>(), answered: [], found: [] };
      const done = decideTraining(loaded, DRAW, scene);
      return isRefusal(done) ? done : done.next.quiz?.passScore;
    };
    expect([drawn(), drawn(90)]).toEqual([80, 90]);
  });
});
