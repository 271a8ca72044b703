/** 雷同核对没有看的 [ANR-92]: whose text there was none of to compare with, so that nobody takes silence for a result. */
const NAMED_AT_MOST = 5;

/** @param units agencies whose figures were entered by hand, or came in a workbook, and that have frozen no report here */
export function notCompared(units: readonly string[]): string[] {
  if (units.length === 0) return [];
  const named = units.slice(0, NAMED_AT_MOST).join('、');
  const whose = units.length > NAMED_AT_MOST ? `${named}等 ${units.length} 个单位` : named;
  return [
    `文字是否雷同，没有与${whose}比较：只报送了数，没有正文。要比较的，请这些单位在本系统编制年报，定稿以后自动比较。`,
  ];
}
