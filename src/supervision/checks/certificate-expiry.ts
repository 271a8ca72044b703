/** 安全证书 [SUP-35]: thirty days before its end it is warned of, seven days before urgently; a site without one is told, it is no fault of a notice. */
import { type CivilDate, daysBetween } from '../../statute/civil-date.ts';
import { rulesOn } from '../rule-sets.ts';
import type { Verdict } from '../verdict.ts';

export type CertificateSeen = { readonly until: CivilDate } | 'none' | 'notLooked';

export function certificateExpiry(seen: CertificateSeen, today: CivilDate): Verdict {
  if (seen === 'notLooked') return { state: 'notLooked', says: '没有看到安全证书。' };
  if (seen === 'none') return { state: 'warning', says: '网站没有加密（https），访问容易被篡改。' };
  const { warnDays, urgentDays } = rulesOn(today).certificate;
  const daysLeft = daysBetween(today, seen.until);
  if (daysLeft < 0) return { state: 'failed', says: `安全证书 ${seen.until} 已经到期，浏览器会拦下访问。`, daysLeft };
  const says = `安全证书 ${seen.until} 到期，还有 ${daysLeft} 天。`;
  return { state: daysLeft <= urgentDays ? 'urgent' : daysLeft <= warnDays ? 'warning' : 'fine', says, daysLeft };
}
