/**
 * 一年的记录的格式 as a JSON Schema: what `compileReport` takes from whoever uses the library, every figure with its unit. Row 3.7 is a sum, and no record.
 */
import { type TProperties, Type } from 'typebox';
import Value from 'typebox/value';
import { INTERACTION_KINDS } from '../interaction/interaction.ts';
import { SUPERVISION_FIGURES } from '../supervision/year-figures.ts';
import { APPLICANT_COLUMNS, formatFor } from './form.ts';
import type { YearRecords } from './year-records.ts';

const object = (properties: TProperties, description: string) =>
  Type.Object(properties, { additionalProperties: false, description });
const count = (description: string) => Type.Integer({ minimum: 0, description });
const counts = (terms: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(terms).map(([key, term]) => [key, count(term)]));
/** The words of the tables in which each figure is named. */
const termsOf = (table: Readonly<Record<string, { readonly term: string; readonly measure: string }>>) =>
  Object.fromEntries(Object.entries(table).map(([key, { term, measure }]) => [key, `${term}，${measure}`]));
const stock = (of: string) =>
  object(counts({ made: '本年制发件数', repealed: '本年废止件数', valid: '12 月 31 日现行有效件数' }), of);
const results = (of: string) =>
  Type.Array(count('件'), { minItems: 4, maxItems: 4, description: `${of}：维持、纠正、其他、尚未审结` });

/** Every applicant column but 总计, which is added up. */
const KINDS_OF_APPLICANT = APPLICANT_COLUMNS.slice(0, -1);
const rowsOf = (year: number) =>
  formatFor(year)
    .rows.filter(({ code }) => code !== '3.7')
    .map(({ code, label }) => [
      code,
      Type.Optional(
        Type.Array(count('件'), {
          minItems: KINDS_OF_APPLICANT.length,
          maxItems: KINDS_OF_APPLICANT.length,
          description: `${label}：${KINDS_OF_APPLICANT.join('、')}`,
        }),
      ),
    ]);

export const yearRecordsSchema = (year: number) =>
  object(
    {
      regulations: stock('规章'),
      normativeDocuments: stock('行政规范性文件'),
      decisions: object(
        {
          ...counts({ licensing: '行政许可件数', punishment: '行政处罚件数', coercion: '行政强制件数' }),
          fee: count('行政事业性收费，以分计'),
        },
        '表二的处理决定和收费',
      ),
      applications: object(Object.fromEntries(rowsOf(year)), '表三各行，没有写的行是 0'),
      review: results('行政复议'),
      directLitigation: results('未经复议直接起诉'),
      postReviewLitigation: results('复议后起诉'),
      published: object(
        counts({
          items: '发布信息条数，同时列入几个栏目的算一条',
          inTwoColumns: '同时列入几个栏目的条数',
          news: '政务动态',
          overview: '概况类信息',
          catalogue: '信息公开目录信息',
          specialColumns: '专栏个数',
          gazettes: '政府公报期数',
          interpretations: '文件解读篇数',
          meetings: '重大会议篇数',
        }),
        '主动公开',
      ),
      interactions: object(counts(termsOf(INTERACTION_KINDS)), '互动回应'),
      processingFee: object(
        { notices: count('收费通知件数'), collectedYuan: Type.Number({ minimum: 0, description: '实际收取，以元计' }) },
        '信息处理费',
      ),
      supervision: object(counts(termsOf(SUPERVISION_FIGURES)), '监督保障'),
    },
    '一年的记录 YearRecords',
  );

/** @returns the JSON Pointer of the first thing that is not as the schema says, and what should stand there; undefined where all is right */
export function faultInRecords(
  year: number,
  records: unknown,
): { readonly at: string; readonly says: string } | undefined {
  const schema = yearRecordsSchema(year);
  if (Value.Check(schema, records as YearRecords)) return undefined;
  const [first] = Value.Errors(schema, records as YearRecords);
  return { at: first?.instancePath || '/', says: first?.message ?? '' };
}
