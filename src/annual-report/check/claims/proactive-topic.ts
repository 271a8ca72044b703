/** 规范性文件、许可、处罚、强制、收费: which figures of Table 2 a label of the text means. */
import type { Figure, ReportFigures } from '../../report.ts';
import { total } from '../worked-sum.ts';
import type { GluedFigure } from './glued-figures.ts';
import type { Quantity } from './quantity.ts';
import { tolerance } from './quantity.ts';
import type { Reading } from './reading.ts';

export type DocumentKind = 'regulations' | 'normativeDocuments';

export interface ProactiveTopic {
  readonly name: string;
  readonly readings: readonly Reading[];
  /** Where the cell cannot be read, what it may be. */
  readonly glued?: GluedFigure;
  /** The words count what was put online, or a part (修订): never an error. */
  readonly loose: boolean;
}

const COLUMNS = {
  made: { term: '本年制发件数', place: 0 },
  repealed: { term: '本年废止件数', place: 1 },
  valid: { term: '现行有效件数', place: 2 },
} as const;
const VALID = /现行有效|继续有效/;
const REPEALED = /废止|失效/;
const MADE = /制发|印发|出台|制定|新制|制订|制作/;
const PUT_ONLINE = /公开|发布|公布|新增|更新|上传|收录|归集|主动/;
const OTHER_WORK =
  /解读|目录|备案|审查|审核|评估|修订|修改|征求|数据库|文件库|平台|栏目|培训|转载|转发|草案|查询|访问|下载|清理|合法性|起草|拟|市场准入|公平竞争|政策性文件|图解|问答/;
const NOT_DECISIONS =
  /事项|清单|目录|信息|公示|公开|归集|网上办理|案卷|标准|服务|结果|专栏|培训|职权|依据|减免|等|罚款|金额|受理|申请|率|含|延续|变更|注销|不予|涉企|减轻|从轻|免予/;
/** 公示行政许可55项、行政处罚3项: what was put online goes on being counted. */
const PUBLISHED = /(?:公示|公开|归集|报送|上传)[^。;]*$/;
const DECIDED = /作出|办理|办结|查处|实施|下达|立案|决定/;
const CASE_UNITS = new Set(['件', '宗', '起', '项', '份', '个', '例', '次', '部', '笔']);

/** Kinds of documents that a label names, or that the quantity before spoke of (废止4件, 现行有效4件). */
export function documentKindsIn(label: string): DocumentKind[] {
  return [
    ...(/规章(?!制度)/.test(label) ? (['regulations'] as const) : []),
    ...(/规范性文件/.test(label) ? (['normativeDocuments'] as const) : []),
  ];
}

export function proactiveTopic(
  figures: ReportFigures,
  label: string,
  quantity: Quantity,
  inherited: readonly DocumentKind[],
  before: string,
): ProactiveTopic | undefined {
  return (
    decisionTopic(figures, label, quantity, before) ??
    feeTopic(figures, label, quantity) ??
    documentTopic(figures, label, quantity, inherited)
  );
}

function documentTopic(
  figures: ReportFigures,
  label: string,
  { unit }: Quantity,
  inherited: readonly DocumentKind[],
): ProactiveTopic | undefined {
  const own = documentKindsIn(label);
  const kinds = own.length > 0 ? own : inherited;
  if (!figures.table2 || kinds.length === 0 || !CASE_UNITS.has(unit)) return undefined;
  const table2 = figures.table2;
  const name = kinds.map((kind) => (kind === 'regulations' ? '规章' : '行政规范性文件')).join('、');
  const digits = kinds.length === 1 ? figures.glued?.[`/table2/${kinds[0]}`] : undefined;
  const read = (column: keyof typeof COLUMNS) => ({
    readings: reading(
      kinds.map((kind) => table2[kind][column]),
      `表二${name}${COLUMNS[column].term}`,
    ),
    ...(digits === undefined ? {} : { glued: { digits, place: COLUMNS[column].place } }),
  });
  if (VALID.test(label)) return { name: `现行有效${name}`, ...read('valid'), loose: false };
  if (OTHER_WORK.test(label) && !/清理废止|清理并废止/.test(label)) return undefined;
  if (REPEALED.test(label)) {
    const apart = /废止/.test(label) !== /失效/.test(label) && /失效/.test(label);
    return { name: `废止${name}`, ...read('repealed'), loose: apart };
  }
  if (MADE.test(label)) return { name: `制发${name}`, ...read('made'), loose: /修/.test(label) };
  if ((own.length === 0 && !PUT_ONLINE.test(label)) || /累计|总数|对外公开/.test(label)) return undefined;
  return { name, readings: [...read('made').readings, ...read('valid').readings], loose: true };
}

const DECISIONS = [
  ['licensing', /行政许可/, '行政许可'],
  ['punishment', /行政处罚/, '行政处罚'],
  ['coercion', /行政强制/, '行政强制'],
] as const;

function decisionTopic(
  figures: ReportFigures,
  label: string,
  { unit }: Quantity,
  before: string,
): ProactiveTopic | undefined {
  const named = DECISIONS.filter(([, pattern]) => pattern.test(label));
  const table2 = figures.table2;
  if (!table2 || named.length === 0 || !CASE_UNITS.has(unit) || NOT_DECISIONS.test(label)) return undefined;
  if (!DECIDED.test(label) && PUBLISHED.test(before)) return undefined;
  const name = named.map(([, , term]) => term).join('、');
  return {
    name,
    readings: reading(
      named.map(([key]) => table2[key]),
      `表二${name}处理决定数量`,
    ),
    loose: false,
  };
}

const WAN: Readonly<Record<string, number>> = { 元: 1 / 10_000, 万元: 1, 亿元: 10_000 };

/** 88.78万元 agrees with 88.78248: the text may round. */
function feeTopic(figures: ReportFigures, label: string, quantity: Quantity): ProactiveTopic | undefined {
  const factor = WAN[quantity.unit];
  const fees = figures.table2?.feesWan ?? null;
  if (factor === undefined || fees === null || !/行政事业性收费/.test(label) || /减免|降低|取消|免征/.test(label))
    return undefined;
  const rounded = Math.abs(fees / factor - quantity.value) <= tolerance(quantity);
  const value = rounded ? quantity.value : total([Number((fees / factor).toPrecision(15))]);
  return { name: '行政事业性收费', readings: [{ name: '表二行政事业性收费', value, sameScope: true }], loose: false };
}

function reading(cells: readonly Figure[], name: string): Reading[] {
  return cells.every((figure) => figure !== null) ? [{ name, value: total(cells), sameScope: true }] : [];
}
