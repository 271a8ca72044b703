/**
 * 撤回以后 [PUB-100]: what was approved before a document was taken back was approved for a page that stood. It does not bring the page back: somebody has
 * to look again, knowing that it was withdrawn.
 */
import { art } from '../../statute/articles.ts';
import { inProse } from '../../statute/civil-date.ts';
import { type Refusal, refuse } from '../../statute/refusal.ts';
import type { Document } from '../document.ts';
import { WITHDRAWAL_REASONS } from '../withdrawal.ts';
import { isReview } from './edition-mark.ts';

export function refuseReviewedBefore(
  { withdrawal, marks }: Pick<Document, 'withdrawal' | 'marks'>,
  { hash }: { readonly hash: string },
): Refusal | undefined {
  const onThis = marks.filter((mark) => mark.edition === hash && isReview(mark));
  if (withdrawal === null || onThis.length === 0 || onThis.some(({ at }) => at > withdrawal.at)) return undefined;
  const { term } = WITHDRAWAL_REASONS[withdrawal.reason];
  return refuse(
    'PUB-100',
    art(6),
    `这条信息已于 ${inProse(withdrawal.on)} 撤回（${term}），这一稿是撤回以前审的，不能直接发布。确要重新公开的，请修改稿件重新送审，或者由审校人退回后再审。`,
  );
}
