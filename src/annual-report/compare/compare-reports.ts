/**
 * 比较 compareReports [ANR-36]: years of one agency, agencies of one year, or regions beside each other, measure by measure. Whatever a
 * format does not tell, or a report leaves blank or undecided, is said and never filled in.
 */
import { misprintsIn } from '../check/figures/whole-numbers.ts';
import { withFigure } from '../collect/collected-report.ts';
import { formatNamed } from '../form.ts';
import type { Report } from '../report.ts';
import { type ComparedReport, MEASURE_TABLES, type Measure, type Unit } from './measures.ts';

export interface ComparedSubject {
  /** 机关、年度, as short as tells the subjects apart. */
  readonly label: string;
  readonly unit: string | null;
  readonly year: number | null;
  readonly format: Report['format'];
}

export interface ComparedValue {
  readonly value: number | null;
  /** Of a share: what it is a share of. */
  readonly base?: number | null;
  /** Why there is no value. */
  readonly absent?: string;
}

export interface ComparedMeasure {
  readonly key: string;
  readonly term: string;
  readonly unit: Unit;
  /** One for each subject, in their order. */
  readonly values: readonly ComparedValue[];
}

export interface ComparedTable {
  readonly key: string;
  readonly title: string;
  readonly measures: readonly ComparedMeasure[];
}

export interface Comparison {
  readonly subjects: readonly ComparedSubject[];
  readonly tables: readonly ComparedTable[];
  /** What cannot be compared, and what to mind. */
  readonly cautions: readonly string[];
}

/** Years of one agency stand in their order, whatever order they were given in. A measure no subject tells is left out. */
export function compareReports(reports: readonly ComparedReport[]): Comparison {
  const given = reports.map((one) => ({ ...one, report: withoutMisprints(one.report) }));
  const units = new Set(given.map(({ report }) => report.unit));
  const compared = units.size > 1 ? given : given.toSorted((a, b) => (a.report.year ?? 0) - (b.report.year ?? 0));
  const tables = MEASURE_TABLES.map(({ key, title, measures }) => ({
    key,
    title,
    measures: measures
      .map((measure) => ({
        key: measure.key,
        term: measure.term,
        unit: measure.unit,
        values: compared.map((subject) => valueFor(measure, subject)),
      }))
      .filter(({ values }) => values.some(({ value }) => value !== null)),
  })).filter(({ measures }) => measures.length > 0);
  return { subjects: subjectsOf(compared), tables, cautions: cautionsOn(compared) };
}

/** [ANR-73] What is printed wrong is no figure to compare by. */
function withoutMisprints(report: Report): Report {
  const misprints = misprintsIn(report);
  const bare = Object.keys(misprints).reduce((known, pointer) => withFigure(known, { pointer, figure: null }), report);
  return Object.keys(misprints).length > 0 ? { ...bare, misprints } : bare;
}

function valueFor(measure: Measure, subject: ComparedReport): ComparedValue {
  const lacking = measure.lacking?.[subject.report.format];
  if (lacking !== undefined) return { value: null, absent: '格式没有' };
  const value = measure.of(subject);
  const base = measure.base ? { base: measure.base(subject) } : {};
  if (value !== null) return { value, ...base };
  if (measure.base && base.base === 0) return { value, ...base, absent: '没有基数' };
  return {
    value,
    ...base,
    absent: subject.report.undecided.length > 0 || subject.report.misprints ? '空白、待定或者印错' : '没有写',
  };
}

function subjectsOf(compared: readonly ComparedReport[]): ComparedSubject[] {
  const oneUnit = new Set(compared.map(({ report }) => report.unit)).size === 1;
  const oneYear = new Set(compared.map(({ report }) => report.year)).size === 1;
  return compared.map(({ report: { unit, year, format } }, at) => {
    const name = unit ?? `第 ${at + 1} 份`;
    const when = year === null ? '年度不明' : `${year} 年`;
    const label = oneUnit && !oneYear ? when : oneYear && !oneUnit ? name : `${name} ${when}`;
    return { label, unit, year, format };
  });
}

function cautionsOn(compared: readonly ComparedReport[]): string[] {
  const formats = [...new Set(compared.map(({ report }) => report.format))];
  const measures = MEASURE_TABLES.flatMap((table) => table.measures);
  const names = compared.map(({ report }) => `${report.unit ?? ''}${report.year ?? ''}`);
  const twice = compared.filter((_, at) => names.indexOf(names[at]!) !== at);
  const undecided = compared.filter(({ report }) => report.undecided.length > 0);
  const misprinted = compared.filter(({ report }) => report.misprints);
  return [
    ...(formats.length > 1
      ? [
          `各份报告的格式不同（${formats.map((name) => formatNamed(name).basis).join('、')}），只比较各格式都有的数。`,
          ...new Set(measures.flatMap(({ lacking }) => formats.flatMap((format) => lacking?.[format] ?? []))),
        ]
      : []),
    ...twice.map(
      ({ report }) => `“${report.unit ?? '机关不明'}”${report.year ?? ''}年的报告不止一份，请确认没有重复。`,
    ),
    ...(compared.some(({ report }) => report.unit === null || report.year === null)
      ? ['有的报告没有认出机关或者年度，请对照原文。']
      : []),
    ...undecided.map(
      ({ report }) =>
        `“${report.unit ?? '机关不明'}”${report.year ?? ''}年有 ${report.undecided.length} 格待定，没有参加比较。`,
    ),
    ...misprinted.map(
      ({ report }) =>
        `“${report.unit ?? '机关不明'}”${report.year ?? ''}年有 ${Object.keys(report.misprints!).length} 格印的不是件数，没有参加比较。`,
    ),
    ...(new Set(compared.map(({ report }) => report.unit)).size > 1
      ? ['各机关的人口、职能和下属单位的数目不同，件数的多少不说明工作的好坏。']
      : []),
    ...(compared.every(({ workdays }) => workdays === undefined) ? ['年度报告的格式不含答复用时，没有比较。'] : []),
  ];
}
