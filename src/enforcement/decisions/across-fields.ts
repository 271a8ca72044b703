/** 一行里的各格互相要求什么 [ENF-11], and what must stand in none that the public reads [ENF-17]. */
import { foldText } from '../../review/folded-text.ts';
import { isIdentityNumber } from '../../review/number-forms.ts';
import type { Issue } from '../../statute/issue.ts';
import { coverNames, type Named, personsIn } from './covered-names.ts';
import { DECISION_FIELDS, type DecisionKindName, KEY_FIELDS, regionOf, type SubjectKind } from './fields.ts';
import { leakIn } from './leak.ts';
import { penaltyFaults } from './penalty-faults.ts';
import { type Fault, issueAt } from './sheet-issue.ts';

export interface LineRead {
  readonly at: number;
  readonly kind: DecisionKindName;
  readonly shown: Readonly<Record<string, string>>;
  readonly hidden: Readonly<Record<string, string>>;
}

export function acrossFields(line: LineRead): Issue[] {
  const ofPenalty = line.kind === 'punishment' ? penaltyFaults(line.at, line.shown) : [];
  return [...partyFaults(line), ...paperFaults(line), ...dayFaults(line), ...ofPenalty, ...personalFaults(line)];
}

/** Said to be of an identity card, a number has the eighteen places of one; those of fifteen are no longer given out. */
function paperFaults({ at, kind, hidden }: LineRead): Issue[] {
  const prefix = kind === 'licensing' ? 'XK' : 'CF';
  return [`${prefix}_FR`, `${prefix}_XDR`].flatMap((whose) => {
    const number = hidden[`${whose}_ZJHM`];
    if (number === undefined || !/身份证/.test(hidden[`${whose}_ZJLX`] ?? '') || /^\d{17}[\dXx]$/.test(number))
      return [];
    const { term } = DECISION_FIELDS[kind].find(({ code }) => code === `${whose}_ZJHM`)!;
    const says = `居民身份证号码应当是 18 位，这里是 ${number.length} 位`;
    return [issueAt(at, term, { says, advice: '请对照证件核对；是别的证件的，改正证件类型。' })];
  });
}

function partyFaults({ at, kind, shown, hidden }: LineRead): Issue[] {
  const prefix = kind === 'licensing' ? 'XK' : 'CF';
  const name = shown[KEY_FIELDS[kind].subject] ?? '';
  const missing = (column: string, says: string, advice: string) => [issueAt(at, column, { says, advice })];
  switch (shown[KEY_FIELDS[kind].subjectKind]) {
    case '法人及非法人组织':
      return shown[`${prefix}_XDR_SHXYM`]
        ? []
        : missing('统一社会信用代码', '法人及非法人组织没有填写', '请填写 18 位统一社会信用代码。');
    case '个体工商户':
      return shown[KEY_FIELDS[kind].standsFor]
        ? []
        : missing('法定代表人', '个体工商户没有填写经营者', '请填写经营者姓名；只上报，不公开，公开时按它隐去姓名。');
    case '自然人':
      return [
        ...(hidden[`${prefix}_XDR_ZJHM`]
          ? []
          : missing('自然人证件号码', '自然人没有填写', '请填写证件号码；只上报，不公开。')),
        ...(name !== '' && [...foldText(name).letters.trim()].length < 2
          ? missing('行政相对人名称', `“${name}”只有一个字`, '请填写自然人的全名；公开时只显示姓。')
          : []),
      ];
    default:
      return [];
  }
}

function dayFaults({ at, shown }: LineRead): Issue[] {
  const [from, until] = [shown.XK_YXQZ, shown.XK_YXQZI];
  const [decidedOn, end] = [shown.CF_JDRQ, shown.CF_GSJZQ];
  const advice = '请核对两个日期。';
  return [
    ...(from && until && until < from
      ? [issueAt(at, '有效期至', { says: `${until} 早于有效期自 ${from}`, advice })]
      : []),
    ...(decidedOn && end && end < decidedOn
      ? [issueAt(at, '公示截止期', { says: `${end} 早于处罚决定日期 ${decidedOn}`, advice })]
      : []),
  ];
}

/** A column that holds what a person is known by is refused; where a name may stand it is covered when it is shown. */
function personalFaults({ at, kind, shown, hidden }: LineRead): Issue[] {
  const keys = KEY_FIELDS[kind];
  const papers = Object.entries(hidden)
    .filter(([code]) => code.endsWith('_ZJHM'))
    .map(([, paper]) => figuresOf(paper))
    .filter((paper) => paper.length >= 6);
  const year = Number(shown[keys.decidedOn]?.slice(0, 4)) || undefined;
  const region = regionOf(shown);
  const issues: Issue[] = [];
  for (const { code, term, kind: of } of DECISION_FIELDS[kind]) {
    const value = shown[code];
    if (value === undefined || of === 'date' || of === 'wan' || of === 'subjectKind') continue;
    const rules = { region, isNumberField: of === 'number', ...(year ? { year } : {}) };
    const found =
      of === 'creditCode'
        ? isIdentityNumber(value)
          ? '居民身份证号码'
          : undefined
        : (leakIn(value, rules) ?? paperIn(value, papers));
    if (found) issues.push(issueAt(at, term, leaking(found), 'ENF-17'));
  }
  const named: Named = {
    kind,
    subject: shown[keys.subject] ?? '',
    subjectKind: (shown[keys.subjectKind] ?? '') as SubjectKind,
    shown,
  };
  const number = shown[keys.number] ?? '';
  if (coverNames(number, personsIn(named)) !== number) {
    const { term } = DECISION_FIELDS[kind].find(({ code }) => code === keys.number)!;
    issues.push(issueAt(at, term, NAMED, 'ENF-17'));
  }
  return issues;
}

function figuresOf(text: string): string {
  return foldText(text)
    .letters.replace(/[^\dA-Za-z]/g, '')
    .toUpperCase();
}

function paperIn(value: string, papers: readonly string[]): string | undefined {
  if (papers.length === 0 || value.length < 6) return undefined;
  const figures = figuresOf(value);
  return papers.some((paper) => figures.includes(paper)) ? '证件号码' : undefined;
}

function leaking(term: string): Fault {
  return { says: `公开的内容里有像${term}的数字`, advice: '请删去；证件号码只写在证件号码一列，不公开。' };
}

const NAMED: Fault = {
  says: '文书号里有自然人的姓名，文书号是公开的',
  advice: '请改成编号，不带姓名；文书上已经这样编了的，写到姓名前为止。',
};
