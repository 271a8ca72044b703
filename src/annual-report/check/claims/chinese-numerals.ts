/** 中文数字: 十二, 一百零五, 三千四百, 〇, 两; undefined for what is no number (百十, 三五). */
const DIGITS: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const SCALES: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };

export function chineseNumber(text: string): number | undefined {
  const [high, low] = text.includes('万') ? text.split('万', 2) : ['', text];
  const tenThousands = high ? belowTenThousand(high) : 0;
  const rest = low ? belowTenThousand(low) : 0;
  if (tenThousands === undefined || rest === undefined || text === '' || text === '万') return undefined;
  return tenThousands * 10_000 + rest;
}

function belowTenThousand(text: string): number | undefined {
  let sum = 0;
  let digit: number | undefined;
  let scaleBefore = Number.POSITIVE_INFINITY;
  for (const ch of text) {
    const scale = SCALES[ch];
    if (scale === undefined) {
      if (digit !== undefined && digit !== 0) return undefined;
      digit = DIGITS[ch];
      if (digit === undefined) return undefined;
      continue;
    }
    if (scale >= scaleBefore || (digit === undefined && !(scale === 10 && sum === 0))) return undefined;
    sum += (digit ?? 1) * scale;
    scaleBefore = scale;
    digit = undefined;
  }
  return sum + (digit ?? 0);
}
