/** SUP: 《条例》第五十条第一款第四项: governments report the results of 工作考核、社会评议 and 责任追究; that there was none is a result too. */
import { isGovernment } from '../agency-level.ts';
import { plainText } from '../claims/plain-text.ts';
import type { CheckSubject, Observation } from '../finding.ts';

const ASPECTS = [
  ['工作考核', /考核|考评|绩效(?:评估|评价)/],
  ['社会评议', /评议|满意度(?:测评|调查)|公众评价/],
  ['责任追究', /责任追究|追究[^,;。]*责任|追责|问责/],
] as const;

/** 有待加强, 将建立: what is lacking or meant is no result. */
const LACKING =
  /有待|亟待|还需|仍需|尚需|不够|不足|不健全|不完善|薄弱|欠缺|拟|计划|下一步|今后|[将要](?:建立|健全|完善|开展|推动|探索|推进|加强)/;
const LATER_PART = /问题|改进|整改/;

export function supervision({ report, level }: CheckSubject): Observation[] {
  if (!isGovernment(level) || report.narrative.every(({ text }) => text.trim() === '')) return [];
  const text = report.narrative
    .filter(({ heading }) => !LATER_PART.test(heading))
    .flatMap((section) => plainText(section.text).split(/[,;。]/))
    .filter((clause) => !LACKING.test(clause))
    .join(',');
  const missing = ASPECTS.filter(([, pattern]) => !pattern.test(text)).map(([name]) => name);
  if (missing.length === 0) return [];
  const at = report.narrative.findIndex(({ heading }) => /监督保障/.test(heading));
  return [
    {
      where: at < 0 ? '/narrative' : `/narrative/${at}`,
      says: `监督保障部分没有写${missing.join('、')}的结果情况。`,
      advice: '逐项写明结果；没有发生的，写明没有。',
      ...(level === 'city' ? { severity: 'hint' as const } : {}),
    },
  ];
}
