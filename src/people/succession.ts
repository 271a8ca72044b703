/**
 * 向已撤销的机关申请 [ORG-7]. 《条例》第三十六条第（五）项: 能够确定负责公开的行政机关的，告知申请人该行政机关的名称、联系方式. Who continues the functions
 * handles what is applied for (国办公开办函〔2019〕14号).
 */
import { inProse } from '../statute/civil-date.ts';
import { type Refusal, refuse } from '../statute/refusal.ts';
import { type Agency, type AgencyId, successorsOf } from './agency.ts';

/** Who is in charge now; undefined while the agency is there. */
export function successionSays(id: AgencyId, agencies: readonly Agency[]): string | undefined {
  const agency = agencies.find((one) => one.id === id);
  if (!agency?.ended) return undefined;
  const now = successorsOf(id, agencies).map(
    ({ name, contact: { phone } }) => `“${name}”${phone ? `（电话${phone}）` : ''}`,
  );
  return `“${agency.name}”自${inProse(agency.ended.on)}起撤销，职能由${now.join('、')}承继，请改向承继机关提出。`;
}

/** Nothing new begins with an agency that has ended. */
export function refuseEnded(id: AgencyId, agencies: readonly Agency[]): Refusal | undefined {
  const says = successionSays(id, agencies);
  return says === undefined ? undefined : refuse('ORG-7', '《条例》第三十六条第（五）项', says);
}
