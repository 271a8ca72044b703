/**
 * 试卷 Quiz [SUP-81]: drawn from what was really found on the sites and from the rules, half and half where there is enough of either. Pure: the seed and what there is
 * to draw from are arguments. Every question carries its basis.
 */
import { OUTCOMES, type Outcome } from '../../requests/outcomes.ts';
import { FINDING_KINDS, type FindingKind, type FindingKindName } from '../finding-kinds.ts';
import { INDICATORS, type Indicator } from '../indicators.ts';
import { type Draw, drawOf } from './draw.ts';
import { RULE_QUESTIONS } from './rule-questions.ts';

export interface QuizQuestion {
  readonly says: string;
  readonly options: readonly string[];
  /** Positions of the right ones; more than one where `isMultiple`. */
  readonly right: readonly number[];
  readonly isMultiple: boolean;
  readonly basis: string;
  readonly from: 'finding' | 'rule';
}

export interface Quiz {
  readonly seed: string;
  readonly questions: readonly QuizQuestion[];
}

/** 查到过的一处, as a question may tell of it. */
export interface FoundOnce {
  readonly kind: FindingKindName;
  readonly site: string;
  readonly says: string;
  readonly on: string;
}

export const QUIZ_SIZES = { least: 5, most: 30 } as const;

/** A question that is not laid out yet. */
interface Asked {
  readonly says: string;
  readonly right: readonly string[];
  readonly wrong: readonly string[];
  readonly isMultiple: boolean;
  readonly basis: string;
  readonly from: QuizQuestion['from'];
}

export function makeQuiz(seed: string, count: number, found: readonly FoundOnce[]): Quiz {
  const draw = drawOf(seed);
  const ofFindings = draw.some(findingsToAsk(found), Math.floor(count / 2)).map((one) => askOfFinding(one, draw));
  const ofRules = draw.some(rulesToAsk(draw), count - ofFindings.length);
  const questions = draw.some([...ofFindings, ...ofRules], count).map((asked) => layOut(asked, draw));
  return { seed, questions };
}

/** What stands in people's identity numbers is told to nobody; two alike are asked once. */
const NOT_TOLD: readonly FindingKindName[] = ['personalInformation', 'perhapsPersonal', 'forbiddenWord'];

function findingsToAsk(found: readonly FoundOnce[]): FoundOnce[] {
  const told = found.filter(({ kind }) => !NOT_TOLD.includes(kind));
  return [...new Map(told.map((one) => [`${one.kind} ${one.says}`, one])).values()];
}

const kindOf = (name: FindingKindName): FindingKind => FINDING_KINDS[name];

/** Either what it is, or what is to be done. The wrong answers are of kinds that count towards something else, so that none of them is right as well. */
function askOfFinding({ kind, site, says, on }: FoundOnce, draw: Draw): Asked {
  const { term, advice, basis, indicator } = kindOf(kind);
  const others = (Object.keys(FINDING_KINDS) as FindingKindName[]).filter(
    (name) => name !== kind && (kindOf(name).indicator !== indicator || indicator === undefined),
  );
  const [asksKind] = draw.some([true, false], 1);
  const three = draw.some(others, 3).map(kindOf);
  const story = `${on}在“${site}”查到：${says.replace(/。$/, '')}。`;
  const rest = { isMultiple: false, basis, from: 'finding' } as const;
  return asksKind
    ? { says: `${story}这是哪一类问题？`, right: [term], wrong: three.map((one) => one.term), ...rest }
    : { says: `${story}应当怎样办？`, right: [advice], wrong: three.map((one) => one.advice), ...rest };
}

function rulesToAsk(draw: Draw): Asked[] {
  const gaps = RULE_QUESTIONS.map(
    ({ says, right, wrong, basis }): Asked => ({
      ...{ says, right: [right], wrong, basis, isMultiple: false, from: 'rule' },
    }),
  );
  return [...gaps, vetoes(draw), refusals(draw), ...bases(draw)];
}

function vetoes(draw: Draw): Asked {
  const lines: readonly Indicator[] = Object.values(INDICATORS);
  const of = (weight: Indicator['weight']) => lines.filter((one) => one.weight === weight && !one.until);
  return {
    says: '下面哪些是单项否决指标？（多选）',
    right: draw.some(of('veto'), 3).map(({ term }) => term),
    wrong: draw.some(of('points'), 2).map(({ term }) => term),
    isMultiple: true,
    basis: '《政府网站与政务新媒体检查指标》（国办秘函〔2019〕19号）',
    from: 'rule',
  };
}

const outcomes = (): Outcome[] => (Object.values(OUTCOMES) as Outcome[]).filter(({ until }) => until === undefined);
const plain = ({ term }: Outcome) => term.replace(/^不予公开：/, '');

function refusals(draw: Draw): Asked {
  const isRefused = ({ reportRow }: Outcome) => reportRow.startsWith('3.3.');
  return {
    says: '下面哪些处理结果，计入年度报告表三的“不予公开”？（多选）',
    right: draw.some(outcomes().filter(isRefused), 2).map(plain),
    wrong: draw
      .some(
        outcomes().filter((one) => !isRefused(one)),
        3,
      )
      .map(plain),
    isMultiple: true,
    basis: '国办公开办函〔2021〕30号表三',
    from: 'rule',
  };
}

const BASES_ASKED = 4;

function bases(draw: Draw): Asked[] {
  const known = outcomes().filter(({ basis }) => basis.startsWith('《条例》'));
  return draw.some(known, BASES_ASKED).map((outcome) => {
    const others = [...new Set(known.map(({ basis }) => basis))].filter((basis) => basis !== outcome.basis);
    const { basis } = outcome;
    return {
      ...{ says: `答复“${plain(outcome)}”，依据是哪一条？`, right: [basis], wrong: draw.some(others, 3) },
      ...{ isMultiple: false, basis, from: 'rule' },
    };
  });
}

function layOut({ right, wrong, ...asked }: Asked, draw: Draw): QuizQuestion {
  const options = draw.some([...right, ...wrong], right.length + wrong.length);
  return { ...asked, options, right: options.flatMap((option, n) => (right.includes(option) ? [n] : [])) };
}

/** [SUP-82] A question counts where exactly the right ones were chosen. @returns of a hundred */
export function scoreOf({ questions }: Quiz, choices: readonly (readonly number[])[]): number {
  const right = questions.filter((question, n) => isRight(question, choices[n] ?? [])).length;
  return Math.round((100 * right) / questions.length);
}

export function isRight({ right }: Pick<QuizQuestion, 'right'>, chosen: readonly number[]): boolean {
  return chosen.length === right.length && right.every((n) => chosen.includes(n));
}
