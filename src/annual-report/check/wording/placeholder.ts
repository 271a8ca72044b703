/** PLACEHOLDER: what a template leaves behind when nobody fills it in. */
import { sentencesOf } from '../claims/passage.ts';
import { plainText } from '../claims/plain-text.ts';
import type { CheckSubject, Observation } from '../finding.ts';

const LEFT_OVERS: readonly RegExp[] = [
  /×{2,}|_{2,}|＿{2,}|[□○〇■]{2,}|todo/,
  /(?<![a-z])x{2,}(?![a-z])|(?<![a-z])x(?=[年月日件条篇期次项人元%])/,
  // Of Markdown two stars are bold: only before what is counted or named.
  /\*{2,}(?=[县市区局镇乡街年月日件条篇期次个项人万元%])|(?<!\d)×(?=[县市区局镇乡街年月日件条篇期次个项人])/,
  /(?<![a-z+])n(?=[件条篇期次个项])|\((?:\s)*\)(?=[件条篇期次个项])/,
  /\{\{|\$\{|\{[a-z][\w.]*\}/,
  /【[^】]{0,20}(?:填|请|待|此处|单位名称|年份)[^】]{0,20}】|(?:\(|请)(?:此处|在此|填写|补充)[^)。]{0,20}/,
  /在此处报告|(?:单击|点击)此处|此处(?:输入|填写|录入)|【】|…{3,}/,
  // 有待完善 names a problem; 待补充 is a note to oneself.
  /(?<![有尚亟仍还需])待(?:补充|填写|核实|定)(?=[。,;)]|$)/,
  /(?<![\u4e00-\u9fff])某某|某某(?=[县市区镇乡局街]|单位|部门)/,
];

export function placeholder({ report }: CheckSubject): Observation[] {
  return report.narrative.flatMap(({ text }) =>
    sentencesOf(text).flatMap((quote): Observation[] => {
      const plain = plainText(quote);
      const left = LEFT_OVERS.map((pattern) => pattern.exec(plain)?.[0]).find((found) => found !== undefined);
      if (!left) return [];
      return [{ where: quote, says: `“${left}”像是没有填写的模板文字。`, advice: '填写实际内容，或者删去。' }];
    }),
  );
}
