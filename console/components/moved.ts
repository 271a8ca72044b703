/** 重算的结果, after the calendar or a setting was changed. */
import type { MovedView } from '../../src/desk/contract.ts';

export function movedInWords(moved: readonly MovedView[] | null): string {
  if (moved === null) return '';
  return moved.length === 0 ? '没有申请的期限因此改变。' : `${moved.length} 件在办申请的期限因此改变，已经重算。`;
}
