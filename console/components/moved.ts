/** 重算的结果, after the calendar or a setting was changed. */
export function movedInWords(moved: number | null): string {
  if (moved === null) return '';
  return moved === 0 ? '没有申请的期限因此改变。' : `${moved} 件在办申请的期限因此改变，已经重算。`;
}
