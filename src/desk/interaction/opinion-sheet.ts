/** 征集的意见、问卷的回答 as a sheet: one line for each; names are masked. */
import { ADOPTIONS } from '../../interaction/consultations/adoption.ts';
import { choicesOf, type Question } from '../../interaction/consultations/questions.ts';
import type { OpinionLine } from '../../interaction/store/consultation-lists.ts';
import type { TakenOpinions } from '../../interaction/store/consultation-taken.ts';
import type { FilledSheet } from '../../platform/papers/sheet.ts';
import type { CivilDate } from '../../statute/civil-date.ts';

type Column = readonly [head: string, cell: (line: OpinionLine) => string | number | null];

export function opinionSheet(
  { consultation: { text }, lines, total }: TakenOpinions,
  taken: { readonly by: string; readonly on: CivilDate },
): FilledSheet {
  const columns = text.form === 'survey' ? surveyColumns(text.questions) : OPINION_COLUMNS;
  const missing = total - lines.length;
  return {
    title: text.form === 'survey' ? '问卷回答' : '征集意见',
    heads: ['编号', '收到', ...columns.map(([head]) => head)],
    lines: lines.map((line) => [line.number, line.receivedOn, ...columns.map(([, cell]) => cell(line))]),
    notes: [
      text.title,
      ...(missing > 0 ? [`共 ${total} 条，本表只列前 ${lines.length} 条，其余 ${missing} 条没有列入。`] : []),
      `${taken.by}于 ${taken.on} 导出，导出已经留痕。姓名已遮掩。`,
    ],
  };
}

const OPINION_COLUMNS: readonly Column[] = [
  ['提出人', ({ maskedName }) => maskedName],
  ['意见', ({ body }) => body],
  ['处理', ({ adoption }) => (adoption === null ? '没有答复' : ADOPTIONS[adoption].term)],
  ['答复', ({ reply }) => reply],
  ['公布的摘要', ({ gist }) => gist],
];

/** A column for each question; of a matrix one for each row. */
function surveyColumns(questions: readonly Question[]): readonly Column[] {
  return questions.flatMap((question, at): readonly Column[] => {
    const { key, kind, says, rows } = question;
    const choices = choicesOf(question);
    const head = `${at + 1}. ${says}`;
    const chosen = ({ answers }: OpinionLine): readonly number[] => {
      const answer = answers[key];
      return Array.isArray(answer) ? answer : [];
    };
    if (kind === 'matrix')
      return rows.map((row, n) => [`${head}：${row}`, (line: OpinionLine) => choices[chosen(line)[n] ?? -1] ?? null]);
    if (kind === 'file') return [[head, (line: OpinionLine) => (chosen(line).length > 0 ? '有' : null)]];
    if (kind === 'text')
      return [[head, ({ answers }: OpinionLine) => (typeof answers[key] === 'string' ? answers[key] : null)]];
    if (kind === 'scale') return [[head, (line: OpinionLine) => (chosen(line)[0] ?? -1) + 1 || null]];
    return [
      [
        head,
        (line: OpinionLine) =>
          chosen(line)
            .map((n) => choices[n])
            .join('；') || null,
      ],
    ];
  });
}
