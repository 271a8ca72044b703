/** PLACEHOLDER: what a template leaves behind when nobody fills it in. */
import { sentencesOf } from '../claims/passage.ts';
import { plainText } from '../claims/plain-text.ts';
import type { CheckSubject, Observation } from '../finding.ts';

const LEFT_OVER =
  /×{2,}|x{2,}(?=[年月日县市区局镇乡街件条篇期次个项人万元%]|某|政|单|部|\))|(?<![a-z])x(?=[年月日件条篇期次项人元%])|_{2,}|＿{2,}|[□○〇■]{2,}|\{\{|\$\{|\{[a-z][\w.]*\}|【[^】]*】|待(?:补充|填写|完善|核实|定)(?=[。,;)]|$)|(?:\(|请)(?:此处|在此|填写|补充)[^)。]{0,20}|(?<![a-z])n(?=[件条篇期次个项])|todo|某某|\((?:\s|\u3000)*\)(?=[件条篇期次个项])/;

export function placeholder({ report }: CheckSubject): Observation[] {
  return report.narrative.flatMap(({ text }) =>
    sentencesOf(text).flatMap((quote): Observation[] => {
      const left = LEFT_OVER.exec(plainText(quote))?.[0];
      if (!left) return [];
      return [{ where: quote, says: `“${left}”像是没有填写的模板文字。`, advice: '填写实际内容，或者删去。' }];
    }),
  );
}
