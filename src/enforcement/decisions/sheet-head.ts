/** 表头 [ENF-10]: the line in which the columns are named. Titles and notes may stand above it; which line it is, its own words tell. */
import type { Issue } from '../../statute/issue.ts';
import { DECISION_FIELDS, DECISION_TERMS, type DecisionField, type DecisionKindName, IGNORED } from './fields.ts';
import type { SheetPage, SheetRow } from './read-decisions.ts';
import { issueAt, issueOfFile } from './sheet-issue.ts';

export type Places = ReadonlyMap<DecisionField, number>;

export interface SheetHead {
  readonly places: Places;
  readonly lines: readonly SheetRow[];
}

/** A head stands near the beginning. */
const LOOKED_AT = 20;
/** So many columns named rightly are no accident. */
const ENOUGH = 3;

/** @returns where each field stands and the lines below, or why the sheet cannot be read */
export function findHead(pages: readonly SheetPage[], kind: DecisionKindName): SheetHead | Issue[] {
  const filled = pages.filter(({ rows }) => rows.length > 0);
  if (filled.length === 0) return [NOTHING];
  const best = bestHead(filled, kind);
  if (best.named < ENOUGH) {
    const other = kind === 'licensing' ? 'punishment' : 'licensing';
    if (bestHead(filled, other).named > best.named) return [otherKind(kind, other)];
  }
  if (best.named === 0) return [noHead(kind)];
  const { page, index } = best;
  const filledToo = filled.filter((other) => other !== page && linesBelow(other, kind) > 0);
  if (filledToo.length > 0 && best.named >= ENOUGH) return [severalSheets(filledToo.length + 1)];
  const head = page.rows[index]!;
  const { places, faults } = placesOf(head, kind);
  if (faults.length > 0) return faults;
  const lines = page.rows.slice(index + (isHead(page.rows[index + 1], kind) ? 2 : 1));
  const unread = [...mergedBelow(page, head.at), ...unseen(page, lines, places)];
  if (unread.length > 0) return unread;
  return lines.length === 0 ? [NOTHING] : { places, lines };
}

const NOTHING = issueOfFile('表格里没有数据。', '表头写字段代码或者名称，从下一行起每行一件。');

/** How many lines stand under a head of its own; none where there is no head. */
function linesBelow(page: SheetPage, kind: DecisionKindName): number {
  const { named, index } = bestHead([page], kind);
  return named < ENOUGH ? 0 : page.rows.length - index - 1;
}

function severalSheets(count: number): Issue {
  return issueOfFile(
    `有 ${count} 张工作表都填了内容，一次只读一张。`,
    '请把几张合成一张，或者分开存成几个文件，各上传一次。',
  );
}

function otherKind(kind: DecisionKindName, other: DecisionKindName): Issue {
  const [asked, found] = [DECISION_TERMS[kind], DECISION_TERMS[other]];
  return issueOfFile(
    `这像是${found}的表格，现在登记的是${asked}。`,
    `请先换到“${found}”再上传，或者改选${asked}的表格。`,
  );
}

function noHead(kind: DecisionKindName): Issue {
  return issueOfFile(
    `前 ${LOOKED_AT} 行里没有找到表头。`,
    `请在一行里写${DECISION_TERMS[kind]}的字段代码或者名称，例如“${DECISION_FIELDS[kind][0]!.term}”；可以下载模板，把内容复制进去。`,
  );
}

/** Names above, codes below, as the template of the country has it: both are of the head. */
function isHead(row: SheetRow | undefined, kind: DecisionKindName): boolean {
  return row !== undefined && bestHead([{ rows: [row] }], kind).named >= ENOUGH;
}

function bestHead(pages: readonly SheetPage[], kind: DecisionKindName) {
  const named = namesOf(kind);
  let best = { page: pages[0]!, index: 0, named: 0 };
  for (const page of pages)
    page.rows.slice(0, LOOKED_AT).forEach(({ texts }, index) => {
      const count = new Set(texts.flatMap((said) => named.get(nameIn(said)) ?? [])).size;
      if (count > best.named) best = { page, index, named: count };
    });
  return best;
}

function namesOf(kind: DecisionKindName): ReadonlyMap<string, DecisionField> {
  const named = new Map<string, DecisionField>();
  for (const field of DECISION_FIELDS[kind])
    for (const name of [field.code, nameIn(field.term), ...(field.aliases ?? [])])
      if (!named.has(name)) named.set(name, field);
  return named;
}

/** 行政相对人代码_1(统一社会信用代码): the number of the code differs between the standards, what it is of does not. */
const PARTYS_CODE = /^行政相对人代码[_-]?\d\((.+)\)$/;

/** Codes in any case; marks of must and spaces do not count. */
function nameIn(said: string): string {
  const name = said
    .replace(/[\s*＊]/g, '')
    .replace(/（/g, '(')
    .replace(/）/g, ')')
    .replace(/\((?:必填|选填|必填项|选填项)\)$/, '');
  return /^\w+$/.test(name) ? name.toUpperCase() : (PARTYS_CODE.exec(name)?.[1] ?? name);
}

function placesOf({ at, texts }: SheetRow, kind: DecisionKindName): { places: Places; faults: Issue[] } {
  const named = namesOf(kind);
  const places = new Map<DecisionField, number>();
  const faults: Issue[] = [];
  texts.forEach((said, column) => {
    const name = nameIn(said);
    if (name === '' || (IGNORED as readonly string[]).includes(name)) return;
    const field = named.get(name);
    const wrong = (says: string, advice: string) => void faults.push(issueAt(at, said.slice(0, 40), { says, advice }));
    if (!field) wrong('没有这个字段', '请删去这一列，或者改成标准里的字段代码、名称。');
    else if (places.has(field)) wrong(`“${field.term}”这一列出现了两次`, '请只留一列。');
    else places.set(field, column);
  });
  for (const field of DECISION_FIELDS[kind])
    if (field.must && !places.has(field))
      faults.push(
        issueAt(at, field.term, {
          says: `缺少“${field.term}”（${field.code}）这一列`,
          advice: '请补上这一列，或者用下载的模板。',
        }),
      );
  return { places, faults };
}

const MERGED_TOLD = 20;

/** Of a merged cell only the first carries the value: the lines below would be read as empty. */
function mergedBelow({ merged = [] }: SheetPage, head: number): Issue[] {
  return merged
    .filter((range) => lastLineOf(range) > head)
    .slice(0, MERGED_TOLD)
    .map((range) =>
      issueOfFile(`单元格 ${range} 是合并的。`, '请取消合并，在每一行里都写上自己的值。只有表头上面的标题可以合并。'),
    );
}

const UNSEEN_TOLD = 20;

/** Filtered or hidden lines, and hidden columns that the public reads: who looked the sheet over has not seen what would be published. */
function unseen({ hiddenColumns = new Set() }: SheetPage, lines: readonly SheetRow[], places: Places): Issue[] {
  const hidden = lines.filter((line) => line.hidden).map(({ at }) => at);
  const named = hidden.slice(0, UNSEEN_TOLD).join('、');
  const many = hidden.length > UNSEEN_TOLD ? `等 ${hidden.length} 行` : '';
  const ofLines = issueOfFile(
    `第 ${named} 行${many}是隐藏的，或者被筛选掉了。`,
    '请取消隐藏和筛选，看过以后再上传；不登记的，把这些行删去。',
  );
  const ofColumns = [...places]
    .filter(([{ shown }, column]) => shown && hiddenColumns.has(column) && lines.some(({ texts }) => texts[column]))
    .map(([{ term }]) => issueOfFile(`“${term}”这一列是隐藏的，里面有内容。`, '请取消隐藏，看过以后再上传。'));
  return hidden.length > 0 ? [ofLines, ...ofColumns] : ofColumns;
}

/** `B2:C4` → 4. */
function lastLineOf(range: string): number {
  return Number(/\d+$/.exec(range)?.[0] ?? 0);
}
