/**
 * 旧网站的文章 FormerArticle [PUB-91…94]: what one line of a list from the former site says, read into the act that takes it over. Its day of
 * publication is a fact of the former site; ours is the day of entry, and the page tells both.
 */
import type { AgencyId } from '../people/agency.ts';
import type { CellFault, SheetColumn } from '../statute/sheet.ts';
import { STANDARD_COLUMNS } from './columns.ts';
import type { OpenWithBalance } from './commands.ts';
import { DOCUMENT_KINDS, type DocumentKindName } from './document-kinds.ts';
import { type FormerPath, formerPath } from './former-address.ts';
import { OPENING_COLUMNS, type OpeningField, type OpeningForm, readOpeningForm } from './opening-form.ts';
import { MOST_LETTERS, particularsOf } from './particulars.ts';

export type FormerField =
  | Exclude<OpeningField, 'countedFrom'>
  | 'address'
  | 'agency'
  | 'summary'
  | 'keywords'
  | 'files';

export type FormerForm = Readonly<Record<FormerField, string>>;

const opening = (key: OpeningField, change: Partial<SheetColumn<FormerField>> = {}): SheetColumn<FormerField> => ({
  ...(OPENING_COLUMNS.find((column) => column.key === key)! as SheetColumn<FormerField>),
  ...change,
});

export const FORMER_COLUMNS: readonly SheetColumn<FormerField>[] = [
  {
    key: 'address',
    head: '原网址',
    must: true,
    hint: '文章在原网站的网址，例如：https://www.example.gov.cn/art/2019/5/4/art_12.html。一个网址一条。',
  },
  opening('title'),
  {
    key: 'column',
    head: '栏目',
    must: true,
    hint: '本站栏目的名称；写原网站的栏目的，用 --columns 给一份对照表。',
  },
  opening('publishedOn'),
  opening('text', { must: true, hint: 'HTML 或者文字。单元格放不下 32767 字的，改用 JSON。' }),
  {
    key: 'files',
    head: '附件',
    must: false,
    hint: '在 --files 文件夹里的路径，每行一个，或者用分号隔开；要另取名的写“名称|路径”。',
  },
  { key: 'agency', head: '发布机关', must: false, hint: '本系统里机关的名称，不填的算本级机关。' },
  opening('issuer', { must: false, hint: '不填的写发布机关。' }),
  opening('kind', { must: false, hint: '不填的按栏目定。' }),
  opening('docNo'),
  opening('writtenOn', { must: false, hint: '不填的按原发布日期。' }),
  opening('effectiveOn'),
  opening('expiresOn'),
  opening('topic'),
  opening('genre'),
  opening('indexNo'),
  { key: 'summary', head: '内容概述', must: false, hint: '一两句话。' },
  { key: 'keywords', head: '关键词', must: false, hint: '用空格或者顿号隔开。' },
];

export interface NamedFile {
  readonly name: string;
  readonly place: string;
}

export interface FormerArticle {
  readonly path: FormerPath;
  readonly address: string;
  readonly files: readonly NamedFile[];
  /** Its body is the former one, not yet turned. */
  readonly command: OpenWithBalance;
}

/** What lines may name. */
export interface FormerGround {
  /** 本级机关. */
  readonly countyId: AgencyId;
  readonly agencies: readonly { readonly id: AgencyId; readonly name: string }[];
  /** 栏目对照: the former site's columns, each with one of ours. */
  readonly columns: ReadonlyMap<string, string>;
}

export type FormerRead =
  | { readonly article: FormerArticle; readonly faults: readonly [] }
  | { readonly article: null; readonly faults: readonly CellFault<FormerField>[] };

/** A cell that is full to the last letter was most likely cut off there. */
const FULL_CELL = 32_767;

export function readFormerArticle(form: FormerForm, ground: FormerGround): FormerRead {
  const faults: CellFault<FormerField>[] = [];
  const fault = (key: FormerField, says: string, advice: string) => void faults.push({ key, says, advice });
  for (const { key, head, must, hint } of FORMER_COLUMNS)
    if (must && form[key].trim() === '') fault(key, `没有填写${head}。`, hint);
  const path = formerPath(form.address);
  if (!path && form.address.trim() !== '')
    fault('address', `“${form.address}”不是文章的网址。`, '写完整的网址，或者以 / 开头的路径；首页不用写。');
  if (form.text.length >= FULL_CELL && form.text.length <= FULL_CELL + 1)
    fault('text', '正文正好写满一个单元格，多半在这里断了。', '这一条改用 JSON 导入。');
  const agency = form.agency.trim()
    ? ground.agencies.find(({ id, name }) => id === form.agency.trim() || name === form.agency.trim())
    : ground.agencies.find(({ id }) => id === ground.countyId);
  if (!agency) fault('agency', `没有“${form.agency}”这个机关。`, '先在工作台“机构人员”里加上，或者改成已有的名称。');
  const column = columnNamed(form.column.trim(), ground.columns);
  if (column === undefined && form.column.trim() !== '')
    fault(
      'column',
      `没有“${form.column.trim()}”这个栏目。`,
      '改成本站栏目的名称，或者在 --columns 对照表里给它一个本站的栏目。',
    );
  const summary = form.summary.trim();
  if (summary.length > MOST_LETTERS.summary)
    fault('summary', `有 ${summary.length} 个字，最多 ${MOST_LETTERS.summary} 个字。`, '请缩短，其余的写进正文。');
  const publishedOn = form.publishedOn.replace(TIME_OF_DAY, '');
  const filled: OpeningForm = {
    ...form,
    ...{ publishedOn, countedFrom: '', text: '' },
    column: column ?? '',
    kind: form.kind.trim() || (column ? DOCUMENT_KINDS[usualKind(column)].term : ''),
    issuer: form.issuer.trim() || (agency?.name ?? ''),
    writtenOn: form.writtenOn.replace(TIME_OF_DAY, '').trim() || publishedOn,
  };
  const read = readOpeningForm(filled, agency?.id ?? '');
  const told = new Set<string>(faults.map(({ key }) => key));
  // What follows from another field, or was told already, is not told again.
  for (const { key, says, advice } of read.faults)
    if (key !== 'countedFrom' && form[key].trim() !== '' && !told.has(key)) fault(key, says, advice);
  if (faults.length > 0 || !path || !read.command) return { article: null, faults };
  const { command } = read;
  return {
    article: {
      ...{ path, address: form.address.trim(), files: filesNamed(form.files) },
      command: {
        ...command,
        bodyHtml: form.text,
        particulars: particularsOf({
          ...command.particulars,
          summary,
          keywords: form.keywords.split(/[\s、,，;；]+/).filter(Boolean),
        }),
      },
    },
    faults: [],
  };
}

/** The former site told the minute, which no day needs. */
const TIME_OF_DAY = /[T\s]+\d{1,2}[:：时].*$/s;

function filesNamed(cell: string): NamedFile[] {
  return cell
    .split(/[\n;；]/)
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line) => {
      const bar = line.lastIndexOf('|');
      const place = line.slice(bar + 1).trim();
      return { name: bar < 0 ? '' : line.slice(0, bar).trim(), place };
    });
}

/** By the county's own list first, then as ours are called; a name two of ours share is not told apart by itself. */
function columnNamed(told: string, columns: ReadonlyMap<string, string>): string | undefined {
  const wanted = columns.get(told) ?? told;
  return STANDARD_COLUMNS.find(({ key, name }) => (key === wanted || name === wanted) && !TOO_WIDE.has(key))?.key;
}

/** Nobody puts a text into these: they hold columns. */
const TOO_WIDE: ReadonlySet<string> = new Set(['news', 'overview', 'catalogue', 'catalogue.statutory', 'special']);

const USUAL_KINDS: readonly (readonly [column: string, kind: DocumentKindName])[] = [
  ['news.notices', 'notice'],
  ['news.meetings', 'meeting'],
  ['news', 'news'],
  ['overview.personnel', 'personnel'],
  ['overview', 'profile'],
  ['catalogue.guide', 'guide'],
  ['catalogue.rules', 'rules'],
  ['catalogue.reports', 'annualReport'],
  ['catalogue.policy.normative', 'normative'],
  ['catalogue.policy', 'policy'],
  ['catalogue.interpretation', 'interpretation'],
  ['catalogue.gazette', 'gazette'],
  ['catalogue.statutory.budget', 'budget'],
];

function usualKind(column: string): DocumentKindName {
  return USUAL_KINDS.find(([key]) => column === key || column.startsWith(`${key}.`))?.[1] ?? 'catalogued';
}
