/** 谁作出的决定 [ENF-11]: what another agency of the county made, or an agency that was no longer there, would be counted in the wrong Table 2. */
import { type Agency, type AgencyId, successorsOf } from '../../people/agency.ts';
import { inProse } from '../../statute/civil-date.ts';
import type { Issue } from '../../statute/issue.ts';
import { DECISION_FIELDS, type DecisionKindName, KEY_FIELDS } from './fields.ts';
import type { ReadDecision } from './registered-decision.ts';
import { issueAt } from './sheet-issue.ts';

export function ofOthers(
  decisions: readonly ReadDecision[],
  kind: DecisionKindName,
  agencyId: AgencyId,
  agencies: readonly Agency[],
): Issue[] {
  const code = kind === 'licensing' ? 'XK_XKJG' : 'CF_CFJG';
  const others = new Set(agencies.filter(({ id }) => id !== agencyId).map(({ name }) => name));
  const own = agencies.find(({ id }) => id === agencyId);
  return decisions.flatMap(({ at, shown, decidedOn }) => {
    const by = shown[code] ?? '';
    const issues: Issue[] = [];
    if (others.has(by) && by !== own?.name) {
      const says = `是“${by}”，这次登记在“${own?.name ?? ''}”名下`;
      const advice = '请换到作出决定的机关再上传，或者改正这一格。';
      issues.push(issueAt(at, termOf(kind, code), { says, advice }));
    }
    if (own?.ended && decidedOn >= own.ended.on) {
      const now = successorsOf(agencyId, agencies).map(({ name }) => `“${name}”`);
      const says = `“${own.name}”自${inProse(own.ended.on)}起撤销，不能再作出决定`;
      const advice = `职能由${now.join('、')}承继，请换到它的名下上传，或者核对日期。`;
      issues.push(issueAt(at, termOf(kind, KEY_FIELDS[kind].decidedOn), { says, advice }));
    }
    return issues;
  });
}

function termOf(kind: DecisionKindName, code: string): string {
  return DECISION_FIELDS[kind].find((field) => field.code === code)!.term;
}
