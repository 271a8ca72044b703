/** 处罚类别、内容和金额对不对得上 [ENF-11]: what the kind of a penalty asks for is there, and 元 is not written where 万元 is meant. */
import type { Issue } from '../../statute/issue.ts';
import { DECISION_FIELDS } from './fields.ts';
import { issueAt } from './sheet-issue.ts';

/** By the kinds named in 处罚类别, the column they ask for (2018 版标准, 待核). */
const ASKED = [
  { named: /罚款/, code: 'CF_NR_FK' },
  { named: /暂扣|吊销/, code: 'CF_NR_ZKDX' },
] as const;
const AMOUNTS = ['CF_NR_FK', 'CF_NR_WFFF'] as const;

export function penaltyFaults(at: number, shown: Readonly<Record<string, string>>): Issue[] {
  const kinds = shown.CF_CFLB ?? '';
  const missing = ASKED.filter(({ named, code }) => named.test(kinds) && shown[code] === undefined).map(({ code }) =>
    issueAt(at, termOf(code), {
      says: `处罚类别是“${kinds.slice(0, 30)}”，没有填写`,
      advice: `请填写${termOf(code)}；没有这一项处罚的，改正处罚类别。`,
    }),
  );
  const yuan = yuanIn(shown.CF_NR ?? '');
  const tenThousandfold = AMOUNTS.filter((code) => yuan.has(Number(shown[code]))).map((code) =>
    issueAt(at, termOf(code), {
      says: `处罚内容写的是 ${shown[code]} 元，这里是 ${shown[code]} 万元`,
      advice: `这一列以万元计：${shown[code]} 元写 ${Number(shown[code]) / 10_000}。`,
    }),
  );
  return [...missing, ...tenThousandfold];
}

/** 5000元, 5,000.00 元: figures said in 元, and said in 万元 nowhere. */
function yuanIn(content: string): ReadonlySet<number> {
  const figures = (unit: RegExp) =>
    [...content.matchAll(unit)].map(([, figure]) => Number(figure!.replace(/[,，]/g, '')));
  const inTenThousands = new Set(figures(/(\d[\d,，]*(?:\.\d+)?)\s*万元/g));
  return new Set(figures(/(\d[\d,，]*(?:\.\d+)?)\s*元/g).filter((figure) => figure > 0 && !inTenThousands.has(figure)));
}

function termOf(wanted: string): string {
  return DECISION_FIELDS.punishment.find(({ code }) => code === wanted)!.term;
}
