/**
 * 年度报告的 JSON 格式 [ANR-34] as a JSON Schema: what is served and downloaded as JSON, and what is accepted back. A later format of the
 * form adds row codes and a name of format; nothing that is here changes its meaning.
 */
import { type TProperties, type TSchema, Type } from 'typebox';
import { APPLICANT_COLUMNS, FORMATS, LITIGATION_COLUMNS, LITIGATION_GROUPS } from './form.ts';

const closed = { additionalProperties: false };
const object = (properties: TProperties, description?: string) =>
  Type.Object(properties, { ...closed, ...(description === undefined ? {} : { description }) });

const Figure = Type.Union([Type.Number(), Type.Null()], {
  description: '数；null：原文空白、没有这一格，或者不能断定（见 undecided），不是 0',
});
const figures = (names: readonly string[], description: string) =>
  Type.Array(Figure, { minItems: names.length, maxItems: names.length, description });
const orNull = <Schema extends TSchema>(schema: Schema, description: string) =>
  Type.Union([schema, Type.Null()], { description });

const Stock = object({ made: Figure, repealed: Figure, valid: Figure }, '本年制发、本年废止、现行有效件数');

const ROW_CODES = [...new Set(FORMATS.flatMap(({ rows }) => rows.map(({ code }) => code)))];
const labelOf = (code: string) => FORMATS.flatMap(({ rows }) => rows).find((row) => row.code === code)!.label;
const rowSchema = (code: string) =>
  Type.Optional(orNull(figures(APPLICANT_COLUMNS, APPLICANT_COLUMNS.join('、')), labelOf(code)));

export const REPORT_SCHEMA = Type.Object(
  {
    unit: orNull(Type.String(), '机关名称'),
    year: orNull(Type.Integer(), '年度'),
    format: Type.Union(
      FORMATS.map(({ name, basis }) => Type.Literal(name, { description: basis })),
      { description: '格式' },
    ),
    table2: orNull(
      object({
        regulations: Stock,
        normativeDocuments: Stock,
        licensing: Figure,
        punishment: Figure,
        coercion: Figure,
        feesWan: Figure,
      }),
      '表二，收费以万元计；试行格式为 null',
    ),
    table3: object({
      columns: Type.Array(Type.String(), { description: '申请人情况各列的名称' }),
      rows: object(Object.fromEntries(ROW_CODES.map((code) => [code, rowSchema(code)])), '表三，按行次'),
    }),
    table4: object(
      Object.fromEntries(
        LITIGATION_GROUPS.map(({ key, label }) => [
          key,
          figures(LITIGATION_COLUMNS, `${label}：${LITIGATION_COLUMNS.join('、')}`),
        ]),
      ),
      '表四',
    ),
    glued: Type.Optional(
      Type.Record(Type.String(), Type.String(), { description: '粘连的数的原文，按所在行的 JSON Pointer' }),
    ),
    misprints: Type.Optional(
      Type.Record(Type.String({ pattern: '^/table[234]/' }), Type.String({ maxLength: 40 }), {
        description:
          '印错的数：看得清而不可能是件数的（-1、1.5、3人），原文怎样印的，按 JSON Pointer；核对列为错误，比较、汇总不计',
      }),
    ),
    narrative: Type.Optional(
      Type.Array(object({ heading: Type.String(), text: Type.String() }), { description: '正文，不含表格' }),
    ),
    undecided: Type.Optional(
      Type.Array(Type.String({ pattern: '^/table[234]/' }), { description: '不能断定、没有见到的格，JSON Pointer' }),
    ),
  },
  {
    ...closed,
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: '政府信息公开工作年度报告',
    description: '依据：国办公开办函〔2021〕30号；2019、2020 年度为国办公开办函〔2019〕60号。',
  },
);
