/** Sound reports of invented counties: figures drawn at random that add up, told in one of many ways, with much else told beside them. */
import { APPLICANT_COLUMNS, formatFor, resultRows } from '../form.ts';
import type { NarrativeSection, Report, Table3Row } from '../report.ts';

/** Numbers in 0…1 that a seed repeats (mulberry32). */
export function drawing(seed: number) {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const upTo = (most: number) => Math.floor(next() * (most + 1));
  const one = <T>(things: readonly T[]): T => things[upTo(things.length - 1)]!;
  return { upTo, one };
}

type Draw = ReturnType<typeof drawing>;

const LEAVES = resultRows(formatFor(2024)).map(({ code }) => code);
const summed = (rows: readonly Table3Row[]): Table3Row =>
  APPLICANT_COLUMNS.map((_, column) => rows.reduce((sum, row) => sum + (row[column] ?? 0), 0));

function table3(draw: Draw): Record<string, Table3Row> {
  const most = draw.one([0, 3, 12, 90]);
  const row = (): Table3Row => {
    const parts = APPLICANT_COLUMNS.slice(0, -1).map((_, i) => draw.upTo(i === 0 ? most : draw.one([0, 0, 2])));
    return [...parts, parts.reduce((a, b) => a + b, 0)];
  };
  const leaves = Object.fromEntries(LEAVES.map((code) => [code, most === 0 ? summed([]) : row()]));
  const ended = summed(Object.values(leaves));
  const left = row();
  const carried = ended.slice(0, -1).map((n, i) => Math.min((n ?? 0) + (left[i] ?? 0), draw.upTo(4)));
  const carriedIn: Table3Row = [...carried, carried.reduce((a, b) => a + b, 0)];
  const taken = summed([ended, left]).map((n, i) => (n ?? 0) - (carriedIn[i] ?? 0));
  return { '1': taken, '2': carriedIn, ...leaves, '3.7': ended, '4': left };
}

function outcomes(draw: Draw, most: number): number[] {
  const parts = Array.from({ length: 4 }, () => draw.upTo(most));
  return [...parts, parts.reduce((a, b) => a + b, 0)];
}

const stock = (draw: Draw) => ({ made: draw.upTo(30), repealed: draw.upTo(30), valid: draw.upTo(300) });

export function generatedReport(seed: number): Report {
  const draw = drawing(seed);
  const most = draw.one([0, 2, 40]);
  const figures: Report = {
    unit: '青禾县人民政府',
    year: draw.one([2021, 2022, 2023, 2024, 2025]),
    format: '2021',
    table2: {
      regulations: { made: 0, repealed: 0, valid: 0 },
      normativeDocuments: stock(draw),
      licensing: 1 + draw.upTo(90_000),
      punishment: 1 + draw.upTo(9000),
      coercion: draw.upTo(50),
      feesWan: draw.upTo(90_000_000) / 10_000,
    },
    table3: { columns: APPLICANT_COLUMNS, rows: table3(draw) },
    table4: {
      review: outcomes(draw, most),
      directLitigation: outcomes(draw, most),
      postReviewLitigation: outcomes(draw, most),
    },
    narrative: [],
    undecided: [],
  };
  return { ...figures, narrative: narrative(draw, figures) };
}

function narrative(draw: Draw, report: Report): NarrativeSection[] {
  const year = report.year ?? 0;
  const part = (heading: string, ...ways: (readonly Way[])[]): NarrativeSection => ({
    heading,
    text: ways.map((each) => draw.one(each)(report, draw)).join(''),
  });
  return [
    { heading: '', text: `所列数据的统计期限自${year}年1月1日起至${year}年12月31日止。` },
    { heading: '一、总体情况', text: '' },
    part('（一）主动公开情况', PUBLISHED, ELSEWHERE, DOCUMENTS, DECISIONS),
    part('（二）依申请公开情况', RECEIVED, BESIDE, RESULTS, REMEDIES),
    part('（三）政府信息管理情况', ELSEWHERE),
    part('（四）政府信息公开平台建设情况', ELSEWHERE),
    { heading: '（五）监督保障情况', text: '政务公开列入年度考核，社会评议结果为良好，没有发生责任追究的情形。' },
    { heading: '二、主动公开政府信息情况', text: '' },
    { heading: '三、收到和处理政府信息公开申请情况', text: '' },
    { heading: '四、政府信息公开行政复议、行政诉讼情况', text: '' },
    { heading: '五、存在的主要问题及改进情况', text: `部分制度有待完善。${year + 1}年，将丰富解读形式。` },
    { heading: '六、其他需要报告的事项', text: `${year}年，收取信息处理费${draw.upTo(9000) + 10}元。` },
  ];
}

type Way = (report: Report, draw: Draw) => string;

const row =
  (code: string, column = 6) =>
  ({ table3 }: Report) =>
    table3.rows[code]?.[column] ?? 0;
const [taken, carried, ended, left] = [row('1'), row('2'), row('3.7'), row('4')];
const group = (report: Report, code: string) =>
  LEAVES.filter((leaf) => leaf === code || leaf.startsWith(`${code}.`)).reduce(
    (sum, leaf) => sum + row(leaf)(report),
    0,
  );
const organisations = (report: Report) => [1, 2, 3, 4, 5].reduce((sum, i) => sum + row('1', i)(report), 0);
const share = (part: number, whole: number, digits: number) =>
  whole === 0 ? '' : `，占${((part / whole) * 100).toFixed(digits)}%`;
/** A number cut in two or three that make it up again. */
const cut = (whole: number, draw: Draw): [number, number, number] => {
  const [a, b] = [draw.upTo(whole), draw.upTo(whole)].sort((x, y) => x - y) as [number, number];
  return [a, b - a, whole - b];
};

const RECEIVED: readonly Way[] = [
  (r) =>
    `${r.year}年，全县共收到政府信息公开申请${taken(r)}件，上年结转${carried(r)}件，办结${ended(r)}件，结转下年度${left(r)}件。`,
  (r) => `全年新收依申请公开${taken(r)}件，连同上年结转的${carried(r)}件，共办理${taken(r) + carried(r)}件。`,
  (r) =>
    `本年度共受理公民、法人和其他组织提出的政府信息公开申请${taken(r)}件，答复${ended(r)}件，${left(r)}件结转下年办理。`,
  (r) => `共收到政府信息公开申请${taken(r)}件，其中自然人${row('1', 0)(r)}件，法人或其他组织${organisations(r)}件。`,
  (r) =>
    `${r.year}年共办理政府信息公开申请${taken(r) + carried(r)}件（含${(r.year ?? 0) - 1}年结转${carried(r)}件），已答复${ended(r)}件。`,
  (r, draw) => {
    const [a, b, c] = cut(taken(r), draw);
    return `全县共收到申请${taken(r)}件（网上申请${a}件、信函申请${b}件、当面申请${c}件），均按期答复。`;
  },
  (r, draw) => {
    const [a, b, c] = cut(taken(r), draw);
    return `收到依申请公开${taken(r)}件，其中，县政府办公室${a}件，县直部门${b}件，乡镇${c}件。`;
  },
  (r, draw) => {
    const before = draw.upTo(40) + 1;
    const more = taken(r) - before;
    const rate = Math.abs((more / before) * 100).toFixed(1);
    if (more === 0) return `收到政府信息公开申请${taken(r)}件，与上年持平。`;
    return `收到政府信息公开申请${taken(r)}件，较上年${more > 0 ? '增加' : '减少'}${Math.abs(more)}件，${more > 0 ? '增长' : '下降'}${rate}%。`;
  },
  (r) => (taken(r) === 0 ? '全年未收到政府信息公开申请。' : `有${taken(r)}件政府信息公开申请，均依法办理。`),
  (r) =>
    `本年新收政府信息公开申请数量${taken(r)}件，上年结转政府信息公开申请数量${carried(r)}件，办理结果总计${ended(r)}件。`,
  (_, draw) => `县政府办公室全年${draw.one(['新增', '收到'])}网上申请${draw.upTo(9)}件，均已办结。`,
];

const BESIDE: readonly Way[] = [
  () => '',
  (_, draw) => `全年延期答复${draw.upTo(30)}件，发出补正通知书${draw.upTo(30)}份，征求第三方意见${draw.upTo(30)}件。`,
  (_, draw) => `近三年累计收到申请${draw.upTo(900)}件。`,
  (_, draw) => `上半年收到申请${draw.upTo(90)}件，下半年收到申请${draw.upTo(90)}件。`,
  (r, draw) => `${(r.year ?? 0) - 1}年收到申请${draw.upTo(300)}件。`,
  (_, draw) => `涉及征地拆迁的申请${draw.upTo(90)}件，涉及住房保障的申请${draw.upTo(90)}件。`,
  (_, draw) => `召开会商会${draw.upTo(20)}次，编印典型案例${draw.upTo(20)}件，接待电话咨询${draw.upTo(300)}次。`,
  (_, draw) => `指导部门办理疑难申请${draw.upTo(40)}件，抽查答复文书${draw.upTo(90)}份。`,
];

const RESULTS: readonly Way[] = [
  () => '',
  (r, draw) => {
    const digits = draw.one([0, 1, 2]);
    const [open, part] = [row('3.1')(r), row('3.2')(r)];
    return `办结政府信息公开申请${ended(r)}件，其中：予以公开${open}件${share(open, ended(r), digits)}；部分公开${part}件${share(part, ended(r), digits)}；不予公开${group(r, '3.3')}件；无法提供${group(r, '3.4')}件；不予处理${group(r, '3.5')}件；其他处理${group(r, '3.6')}件。`;
  },
  (r) =>
    `在办结的申请中，予以公开及部分公开${row('3.1')(r) + row('3.2')(r)}件，不予公开${group(r, '3.3')}件，因本机关不掌握无法提供${row('3.4.1')(r)}件。`,
  (r) =>
    `不予处理${group(r, '3.5')}件（信访举报投诉类${row('3.5.1')(r)}件、重复申请${row('3.5.2')(r)}件、其他情形若干）。`,
  (r) => `“予以公开”${row('3.1')(r)}件，“部分公开”${row('3.2')(r)}件。`,
];

const REMEDIES: readonly Way[] = [
  ({ table4: t }) =>
    `因政府信息公开引发的行政复议${t.review[4]}件、行政诉讼${(t.directLitigation[4] ?? 0) + (t.postReviewLitigation[4] ?? 0)}件。`,
  ({ table4: t }) =>
    `政府信息公开行政复议案件${t.review[4]}件，其中维持${t.review[0]}件、纠正${t.review[1]}件、其他结果${t.review[2]}件、尚未审结${t.review[3]}件。`,
  ({ table4: t }) =>
    `因信息公开被提起行政诉讼${(t.directLitigation[4] ?? 0) + (t.postReviewLitigation[4] ?? 0)}起，其中未经复议直接起诉${t.directLitigation[4]}起，复议后起诉${t.postReviewLitigation[4]}起。`,
  ({ table4: t }) =>
    t.review[4] === 0 ? '未发生因政府信息公开引发的行政复议。' : `涉及政府信息公开的行政复议${t.review[4]}件。`,
  (_, draw) => `县司法局办理行政复议案件${draw.upTo(400)}件。组织复议诉讼培训${draw.upTo(5)}次。`,
];

const DOCUMENTS: readonly Way[] = [
  ({ table2: t }) =>
    `全年制发行政规范性文件${t?.normativeDocuments.made}件，废止${t?.normativeDocuments.repealed}件，现行有效${t?.normativeDocuments.valid}件。`,
  ({ table2: t }) => `集中公开现行有效行政规范性文件${t?.normativeDocuments.valid}件。`,
  ({ table2: t }, draw) =>
    `制定规范性文件${t?.normativeDocuments.made}件，同步发布解读${draw.upTo(99)}篇，清理文件${draw.upTo(99)}件。`,
];

const DECISIONS: readonly Way[] = [
  ({ table2: t }) =>
    `作出行政许可决定${t?.licensing}件、行政处罚决定${t?.punishment}件，实施行政强制${t?.coercion}件。`,
  ({ table2: t }) => `行政许可${t?.licensing}件，行政处罚${t?.punishment}件，行政事业性收费${t?.feesWan}万元。`,
  (_, draw) => `公示行政许可信息${draw.upTo(900)}条、行政处罚信息${draw.upTo(900)}条。`,
  ({ table2: t }) => `收取行政事业性收费${(t?.feesWan ?? 0).toFixed(1)}万元。`,
];

const PUBLISHED: readonly Way[] = [
  (_, draw) => {
    const whole = draw.upTo(9000);
    const [a, b, c] = cut(whole, draw);
    return `主动公开政府信息${whole}条，其中政务动态${a}条、概况类信息${b}条、信息公开目录信息${c}条；开设专栏${draw.upTo(30)}个。`;
  },
  (_, draw) => `主动公开政府信息${draw.upTo(20)}.${draw.upTo(9)}万条，同比增长12.5%。`,
  (_, draw) => {
    const [a, b] = [draw.upTo(900), draw.upTo(900)];
    return `通过网站公开信息${a}条，通过政务新媒体公开信息${b}条，共计${a + b}条。`;
  },
  (_, draw) => {
    const whole = draw.upTo(900) + 3;
    const [a, b] = cut(whole, draw);
    return `发布信息${whole}条，其中政策文件${a}条、财政信息${b}条等。`;
  },
];

const ELSEWHERE: readonly Way[] = [
  () => '',
  (_, draw) => `开展培训${draw.upTo(9)}次，参训${draw.upTo(900)}人次。`,
  (_, draw) => `受理群众留言${draw.upTo(900)}条，回复${draw.upTo(900)}条，回复率100%。`,
  (_, draw) => {
    const [a, b] = [draw.upTo(90), draw.upTo(90)];
    return `办理人大代表建议${a}件、政协提案${b}件，合计${a + b}件，办结率100%。`;
  },
  (_, draw) =>
    `印发公报${draw.upTo(12)}期，召开新闻发布会${draw.upTo(30)}场，开展意见征集${draw.upTo(60)}次，收到意见${draw.upTo(600)}条。`,
];
