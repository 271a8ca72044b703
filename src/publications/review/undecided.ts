/**
 * 没有判定的 [REV-27]: what the checks found and nobody has mended or let stand. It holds nobody up who has other things to look at, but nobody passes it by
 * unseen: whoever goes on names each, and a reviewer says why he leaves it to those after him.
 */

import type { Finding } from '../../review/finding.ts';
import { type Refusal, refuse } from '../../statute/refusal.ts';

/** So many are told one by one. */
const MOST_TOLD = 3;

export function undecidedOf<One extends Pick<Finding, 'severity'>>(findings: readonly One[]): One[] {
  return findings.filter(({ severity }) => severity !== 'hint');
}

export function toldFindings(open: readonly Pick<Finding, 'says'>[]): string {
  const told = open.slice(0, MOST_TOLD).map(({ says }) => says.replace(/。$/, ''));
  return `${told.join('；')}${open.length > MOST_TOLD ? '等' : ''}`;
}

/** @param advice what else can be done with them @returns nothing where he named them all */
export function refuseUnseen(
  open: readonly Finding[],
  leaving: readonly string[] = [],
  advice: string,
): Refusal | undefined {
  const unseen = open.filter(({ key }) => !leaving.includes(key));
  if (unseen.length === 0) return undefined;
  const says = `系统检查还有 ${unseen.length} 处没有判定：${toldFindings(unseen)}。${advice}`;
  return refuse('REV-27', unseen[0]!.basis, says);
}
