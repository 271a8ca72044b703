/** 同上年相比的说法: the words in which a text sets its figure beside last year's. A year that they name is told, to be asked about. */

/** undefined where it is only said to be 上年. */
export type NamedYear = number | undefined;

const LAST_YEAR = '(?:上年|上一年|去年|(20\\d\\d)年)度?(?:的)?(?:同期)?';
const MORE_OR_LESS = new RegExp(
  `^(?:(?:比|较|同比|与)?(?:${LAST_YEAR})?(?:相比)?(?:同比|相比)?)?(增加|增长|上升|多|减少|下降|少)(?:了|收|办)?$`,
);
const COMPARED_WITH = new RegExp(`^(?:比|较|与|同)${LAST_YEAR}(?:收到|新收|受理|办结|办理|答复|申请|的|为)*$`);
const LEVEL = new RegExp(`^[^,;。\\d]{0,8},?(?:与|和|同|较|跟)${LAST_YEAR}持平`);
const TIMES = new RegExp(`^[^,;。\\d]{0,8},?(?:是|为|达到?|相当于)${LAST_YEAR}(?:的)?(\\d+(?:\\.(\\d+))?)倍`);

/** 较上年增加, the words before the number. */
export function changeIn(lead: string): { year: NamedYear; word: string; grows: boolean } | undefined {
  const [, year, word = ''] = MORE_OR_LESS.exec(lead) ?? [];
  return word !== '' && /年|同比/.test(lead) ? { year: yearIn(year), word, grows: /增|上|多/.test(word) } : undefined;
}

/** 较上年的, the words before last year's own number. */
export function baseIn(lead: string): { year: NamedYear } | undefined {
  const told = COMPARED_WITH.exec(lead);
  return told ? { year: yearIn(told[1]) } : undefined;
}

/** 与上年持平, the words after the number; 基本持平 claims no figure. */
export function levelIn(after: string): { year: NamedYear } | undefined {
  const told = LEVEL.exec(after);
  return told ? { year: yearIn(told[1]) } : undefined;
}

/** 是上年的1.1倍, the words after the number; with half a unit of the last digit written. */
export function timesIn(after: string): { year: NamedYear; times: number; half: number } | undefined {
  const [, year, told, decimals = ''] = TIMES.exec(after) ?? [];
  if (told === undefined) return undefined;
  return { year: yearIn(year), times: Number(told), half: 0.5 * 10 ** -decimals.length + 1e-9 };
}

function yearIn(digits: string | undefined): NamedYear {
  return digits === undefined ? undefined : Number(digits);
}
