/**
 * 期初登记 of documents [PUB-19]: what a form, or one line of a sheet, says of a document in force from before the product, read into
 * the act that enters it. Kinds and columns are told by their names or by how they are called.
 */
import type { AgencyId } from '../people/agency.ts';
import type { CivilDate } from '../statute/civil-date.ts';
import type { CellFault, SheetColumn } from '../statute/sheet.ts';
import { readTypedDate } from '../statute/typed-date.ts';
import { htmlOfText } from './body.ts';
import { STANDARD_COLUMNS } from './columns.ts';
import type { OpenWithBalance } from './commands.ts';
import { DOCUMENT_KINDS, type DocumentKindName } from './document-kinds.ts';
import { MOST_LETTERS, particularsOf } from './particulars.ts';

export type OpeningField =
  | 'title'
  | 'kind'
  | 'docNo'
  | 'issuer'
  | 'writtenOn'
  | 'publishedOn'
  | 'effectiveOn'
  | 'expiresOn'
  | 'countedFrom'
  | 'column'
  | 'topic'
  | 'genre'
  | 'indexNo'
  | 'text';

export type OpeningForm = Readonly<Record<OpeningField, string>>;

const DAY = '写成 2023-05-04 或者 2023年5月4日。';

export const OPENING_COLUMNS: readonly SheetColumn<OpeningField>[] = [
  { key: 'title', head: '标题', must: true, hint: '文件的全称。' },
  {
    key: 'kind',
    head: '种类',
    must: true,
    hint: '规章和行政规范性文件计入年度报告表二。',
    choices: Object.values(DOCUMENT_KINDS).map(({ term }) => term),
  },
  { key: 'docNo', head: '发文字号', must: false, hint: '例如：示政发〔2023〕7号。年份用六角括号。' },
  { key: 'issuer', head: '发文机关', must: true, hint: '联合发文的写主办机关。' },
  { key: 'writtenOn', head: '成文日期', must: true, hint: DAY },
  { key: 'publishedOn', head: '原发布日期', must: true, hint: `在原网站公开的日期，不早于成文日期。${DAY}` },
  { key: 'effectiveOn', head: '施行日期', must: false, hint: DAY },
  { key: 'expiresOn', head: '有效期至', must: false, hint: `有效的最后一日，没有规定的不填。${DAY}` },
  { key: 'countedFrom', head: '补登日期', must: false, hint: `以前年度的报告漏计、从这一天起计入的才填。${DAY}` },
  {
    key: 'column',
    head: '栏目',
    must: false,
    hint: '规章和规范性文件不填的，放入“行政规范性文件”。其他种类必填，写栏目的名称。',
  },
  { key: 'topic', head: '主题分类', must: false, hint: '例如：综合政务。' },
  { key: 'genre', head: '体裁分类', must: false, hint: '例如：办法、通知。' },
  { key: 'indexNo', head: '原索引号', must: false, hint: '没有的不填，由系统编一个。' },
  { key: 'text', head: '正文', must: false, hint: '可以以后再补。' },
];

export type OpeningRead =
  | { readonly command: OpenWithBalance; readonly faults: readonly [] }
  | { readonly command: null; readonly faults: readonly CellFault<OpeningField>[] };

export function readOpeningForm(form: OpeningForm, agencyId: AgencyId): OpeningRead {
  const faults: CellFault<OpeningField>[] = [];
  const fault = (key: OpeningField, says: string, advice: string) => void faults.push({ key, says, advice });
  for (const { key, head, must, hint } of OPENING_COLUMNS)
    if (must && form[key].trim() === '') fault(key, `没有填写${head}。`, hint);
  for (const { key, says, advice } of tooLong(form)) fault(key, says, advice);
  const day = (key: OpeningField): CivilDate | null => {
    const read = readTypedDate(form[key]);
    if (read === undefined && form[key].trim() !== '') fault(key, `“${form[key]}”不是日期。`, DAY);
    return read ?? null;
  };
  const kind = kindNamed(form.kind);
  if (!kind && form.kind.trim() !== '') fault('kind', `没有“${form.kind}”这个种类。`, '从列表里选一种。');
  const column = columnNamed(form.column) ?? (kind && form.column.trim() === '' ? usualColumn(kind) : undefined);
  if (kind && !column)
    fault(
      'column',
      form.column.trim() ? `没有“${form.column}”这个栏目。` : '没有填写栏目。',
      '写“填写说明”里的栏目名称，例如“通知公告”。',
    );
  const [writtenOn, publishedOn] = [day('writtenOn'), day('publishedOn')];
  const [effectiveOn, expiresOn, countedFrom] = [day('effectiveOn'), day('expiresOn'), day('countedFrom')];
  if (faults.length > 0 || !kind || !column || !writtenOn || !publishedOn) return { command: null, faults };
  const command: OpenWithBalance = {
    verb: 'openWithBalance',
    agencyId,
    kind,
    columns: [column],
    publishedOn,
    ...(form.indexNo.trim() ? { indexNo: form.indexNo.trim() } : {}),
    ...(countedFrom ? { countedFrom } : {}),
    bodyHtml: htmlOfText(form.text),
    particulars: particularsOf({
      title: form.title.trim(),
      issuer: form.issuer.trim(),
      docNo: form.docNo.trim() || null,
      topic: form.topic.trim(),
      genre: form.genre.trim(),
      writtenOn,
      effectiveOn,
      expiresOn,
    }),
  };
  return { command, faults: [] };
}

/** What the form at the desk would not take either [PUB-116]. */
function tooLong(form: OpeningForm): CellFault<OpeningField>[] {
  return LIMITED.flatMap((key) => {
    const [most, letters] = [MOST_LETTERS[key], form[key].trim().length];
    return letters > most
      ? [{ key, says: `有 ${letters} 个字，最多 ${most} 个字。`, advice: '请缩短，其余的写进正文。' }]
      : [];
  });
}

const LIMITED = ['title', 'issuer', 'docNo', 'topic', 'genre'] as const;

function kindNamed(told: string): DocumentKindName | undefined {
  const names = Object.keys(DOCUMENT_KINDS) as DocumentKindName[];
  return names.find((name) => name === told.trim() || DOCUMENT_KINDS[name].term === told.trim());
}

function columnNamed(told: string): string | undefined {
  return STANDARD_COLUMNS.find(({ key, name }) => key === told.trim() || name === told.trim())?.key;
}

function usualColumn(kind: DocumentKindName): string | undefined {
  return kind === 'normative' || kind === 'regulation' ? 'catalogue.policy.normative' : undefined;
}
