/**
 * 读双公示表 [ENF-10, ENF-11]: rows of a sheet as decisions, or every fault with its line, its column and what to do. One faulty line and nothing is taken;
 * a sheet is sent again as often as it takes, since what is there already is known by its number.
 */
import { isIdentityNumber } from '../../review/personal-information.ts';
import { type CivilDate, parseCivilDate } from '../../statute/civil-date.ts';
import type { Issue } from '../../statute/issue.ts';
import { isCreditCode } from './credit-code.ts';
import {
  DECISION_FIELDS,
  type DecisionField,
  type DecisionKindName,
  IGNORED,
  KEY_FIELDS,
  SUBJECT_KINDS,
  type SubjectKind,
} from './fields.ts';
import type { ReadDecision } from './registered-decision.ts';

export interface SheetRow {
  /** As the program that made the sheet numbers it. */
  readonly at: number;
  readonly texts: readonly string[];
}

export interface DecisionsRead {
  readonly decisions: readonly ReadDecision[];
  readonly issues: readonly Issue[];
}

export const MOST_LINES = 50_000;
const BASIS = '双公示数据标准（2018 版）';

/** @param rows the first is the head, by code, by name or by an old code, in any order */
export function readDecisions(rows: readonly SheetRow[], kind: DecisionKindName, today: CivilDate): DecisionsRead {
  const [head, ...lines] = rows;
  if (!head || lines.length === 0) return whole('表格里没有数据。', '第一行写字段代码或者名称，从第二行起每行一件。');
  if (lines.length > MOST_LINES)
    return whole(`表格有 ${lines.length} 行，一次最多 ${MOST_LINES} 行。`, '请分几次上传。');
  const { places, faults } = placesOf(head.texts, kind);
  if (faults.length > 0) return { decisions: [], issues: faults };
  const issues: Issue[] = [];
  const decisions = lines.map((line) => readLine(line, kind, places, today, issues));
  issues.push(...repeated(decisions, kind));
  return issues.length > 0 ? { decisions: [], issues } : { decisions, issues: [] };
}

type Places = ReadonlyMap<DecisionField, number>;

function placesOf(heads: readonly string[], kind: DecisionKindName): { places: Places; faults: Issue[] } {
  const fields = DECISION_FIELDS[kind];
  const named = new Map<string, DecisionField>();
  for (const field of fields)
    for (const name of [field.code, field.term, ...(field.aliases ?? [])]) if (!named.has(name)) named.set(name, field);
  const places = new Map<DecisionField, number>();
  const faults: Issue[] = [];
  heads.forEach((said, column) => {
    const name = said.trim().replace(/[\s*＊]/g, '');
    if (name === '' || (IGNORED as readonly string[]).includes(name.toUpperCase())) return;
    const field = named.get(name) ?? named.get(name.toUpperCase());
    if (!field) faults.push(issue(1, said, '没有这个字段', '请删去这一列，或者改成标准里的字段代码、名称。'));
    else if (places.has(field)) faults.push(issue(1, said, `“${field.term}”这一列出现了两次`, '请只留一列。'));
    else places.set(field, column);
  });
  const missing = fields.filter((field) => field.must && !places.has(field));
  faults.push(
    ...missing.map(({ code, term }) =>
      issue(1, term, `缺少“${term}”（${code}）这一列`, '请补上这一列，或者用下载的模板。'),
    ),
  );
  return { places, faults };
}

function readLine(
  { at, texts }: SheetRow,
  kind: DecisionKindName,
  places: Places,
  today: CivilDate,
  issues: Issue[],
): ReadDecision {
  const keys = KEY_FIELDS[kind];
  const [shown, hidden]: [Record<string, string>, Record<string, string>] = [{}, {}];
  for (const [field, column] of places) {
    const said = (texts[column] ?? '').trim();
    if (said === '') {
      if (field.must) issues.push(issue(at, field.term, '没有填写', `请填写${field.term}。`));
      continue;
    }
    const read = readValue(field, said, today);
    if (typeof read === 'object') issues.push(issue(at, field.term, read.says, read.advice));
    else (field.shown ? shown : hidden)[field.code] = read;
  }
  issues.push(...acrossFields(at, kind, shown, hidden));
  return {
    at,
    number: shown[keys.number] ?? '',
    subject: shown[keys.subject] ?? '',
    subjectKind: (shown[keys.subjectKind] ?? '') as SubjectKind,
    decidedOn: (shown[keys.decidedOn] ?? '') as CivilDate,
    shownUntil: kind === 'punishment' ? ((shown[keys.until] as CivilDate | undefined) ?? null) : null,
    shown,
    hidden,
  };
}

interface Fault {
  readonly says: string;
  readonly advice: string;
}

/** The value as it is kept, or what is wrong with it. */
function readValue({ kind, longest, code, term }: DecisionField, said: string, today: CivilDate): string | Fault {
  if (said.length > longest)
    return { says: `有 ${said.length} 个字，标准里最多 ${longest} 个`, advice: '请缩短后再上传。' };
  if (/\p{Cc}/u.test(said.replace(/[\t\n\r]/g, '')))
    return { says: '含有看不见的控制字符', advice: '请重新录入这一格。' };
  switch (kind) {
    case 'date': {
      const day = dayIn(said);
      if (!day) return { says: `“${said.slice(0, 20)}”不是日期`, advice: '写成 2024-03-05、2024/3/5 或者 20240305。' };
      if (code.endsWith('JDRQ') && day > today)
        return { says: `${day} 还没有到`, advice: '作出决定的日期不能晚于今天。' };
      if (code.endsWith('JDRQ') && day < '2000-01-01')
        return { says: `${day} 太早，不像作出决定的日期`, advice: '请核对年份。' };
      return day;
    }
    case 'wan':
      return /^\d{1,10}(\.\d{1,6})?$/.test(said)
        ? said
        : { says: `“${said.slice(0, 20)}”不是以万元计的金额`, advice: '只写数字，最多六位小数，例如 0.05 是五百元。' };
    case 'creditCode':
      return isCreditCode(said.toUpperCase())
        ? said.toUpperCase()
        : {
            says: `“${said.slice(0, 20)}”不是正确的统一社会信用代码`,
            advice: '应当是 18 位，请对照证书核对，注意校验位。',
          };
    case 'identity':
      // Passports and the like have no check digit; what has the length of an identity number must be one.
      return !/^\d{15}(\d{2}[\dXx])?$/.test(said) || said.length === 15 || isIdentityNumber(said.toUpperCase())
        ? said
        : { says: '居民身份证号码的校验位不对', advice: '请对照证件核对。' };
    case 'subjectKind':
      return (SUBJECT_KINDS as readonly string[]).includes(said)
        ? said
        : { says: `没有“${said.slice(0, 20)}”这一类`, advice: `请填${SUBJECT_KINDS.join('、')}之一。` };
    default:
      return /[^\s\p{C}\p{Z}]/u.test(said) ? said : { says: '没有填写', advice: `请填写${term}。` };
  }
}

/** `2024-03-05`, `2024/3/5`, `2024.3.5`, `20240305`, `2024年3月5日`, with or without a time behind. */
function dayIn(said: string): CivilDate | undefined {
  const compact = /^(\d{4})(\d{2})(\d{2})$/.exec(said);
  const parts = compact ?? /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[ T]\d{1,2}:\d{2}(?::\d{2})?)?$/.exec(said);
  if (!parts) return undefined;
  const [, year, month, day] = parts;
  return parseCivilDate(`${year}-${month!.padStart(2, '0')}-${day!.padStart(2, '0')}`);
}

/** What one field asks of another. */
function acrossFields(
  at: number,
  kind: DecisionKindName,
  shown: Readonly<Record<string, string>>,
  hidden: Readonly<Record<string, string>>,
): Issue[] {
  const prefix = kind === 'licensing' ? 'XK' : 'CF';
  const subjectKind = shown[`${prefix}_XDR_LB`];
  const issues: Issue[] = [];
  if (subjectKind === '法人及非法人组织' && !shown[`${prefix}_XDR_SHXYM`])
    issues.push(issue(at, '统一社会信用代码', '法人及非法人组织没有填写', '请填写 18 位统一社会信用代码。'));
  if (subjectKind === '自然人' && !hidden[`${prefix}_XDR_ZJHM`])
    issues.push(issue(at, '自然人证件号码', '自然人没有填写', '请填写证件号码；只上报，不公开。'));
  const [from, until] = [shown.XK_YXQZ, shown.XK_YXQZI];
  if (from && until && until < from)
    issues.push(issue(at, '有效期至', `${until} 早于有效期自 ${from}`, '请核对两个日期。'));
  const [decidedOn, end] = [shown.CF_JDRQ, shown.CF_GSJZQ];
  if (decidedOn && end && end < decidedOn)
    issues.push(issue(at, '公示截止期', `${end} 早于处罚决定日期 ${decidedOn}`, '请核对两个日期。'));
  if (
    subjectKind !== undefined &&
    /\d{17}[\dXx]/.test(`${shown[`${prefix}_XDR_MC`] ?? ''}${shown[`${prefix}_NR`] ?? ''}`)
  )
    issues.push(
      issue(at, '行政相对人名称', '公开的内容里有像身份证号码的数字', '请删去；证件号码只写在证件号码一列。'),
    );
  return issues;
}

/** 同一文书号 in one sheet: the second is told of the first. */
function repeated(decisions: readonly ReadDecision[], kind: DecisionKindName): Issue[] {
  const first = new Map<string, number>();
  const { term } = DECISION_FIELDS[kind].find(({ code }) => code === KEY_FIELDS[kind].number)!;
  return decisions.flatMap(({ at, number }) => {
    if (number === '') return [];
    const before = first.get(number);
    if (before === undefined) first.set(number, at);
    return before === undefined
      ? []
      : [
          issue(
            at,
            term,
            `“${number.slice(0, 40)}”和第 ${before} 行重复`,
            '同一文书号只能登记一件，请删去一行，或者改正文书号。',
          ),
        ];
  });
}

function issue(at: number, column: string, says: string, advice: string): Issue {
  return { code: 'ENF-11', severity: 'error', where: `第 ${at} 行“${column}”`, says, basis: BASIS, advice };
}

function whole(says: string, advice: string): DecisionsRead {
  return {
    decisions: [],
    issues: [{ code: 'ENF-11', severity: 'error', where: '整个文件', says, basis: BASIS, advice }],
  };
}
