/** 收取信息处理费 as the prose of a report tells it, in 元: no cell of the form holds it. */
import type { Figure, Report } from '../report.ts';

const NONE =
  /(?:未|没有|无)[^，。；]{0,8}收取[^，。；]{0,6}信息处理费|信息处理费[^，。；]{0,4}(?:为|0|零)[^，。；\d]{0,2}0?元|未[^，。；]{0,10}收取任何费用/;
const TOLD = /(?:收取|实收|收缴|征收)(?:政府)?信息(?:公开)?处理费[^，。；\d]{0,8}(\d+(?:\.\d+)?)(万?)元/g;

/** @returns null where the report says nothing of it, or more than one thing */
export function processingFeeYuan({ narrative }: Pick<Report, 'narrative'>): Figure {
  const text = narrative
    .map((section) => section.text)
    .join('\n')
    .replace(/\s/g, '');
  const amounts = new Set([...text.matchAll(TOLD)].map(([, yuan, wan]) => (wan ? Number(`${yuan}e4`) : Number(yuan))));
  if (amounts.size > 1) return null;
  const [amount] = amounts;
  return amount ?? (NONE.test(text) ? 0 : null);
}
