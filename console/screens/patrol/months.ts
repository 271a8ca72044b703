/** 月份 as addresses and headings have them: `2026-11`. */
export function monthAfter(month: string, months: number): string {
  const [year, number] = month.split('-').map(Number);
  return new Date(Date.UTC(year!, number! - 1 + months, 1)).toISOString().slice(0, 7);
}

export function monthInProse(month: string): string {
  const [year, number] = month.split('-').map(Number);
  return `${year}年${number}月`;
}

/** Every day of a month in weeks of seven places, Monday first; null before the first and after the last. */
export function weeksOf(month: string): (string | null)[][] {
  const [year, number] = month.split('-').map(Number);
  const length = new Date(Date.UTC(year!, number!, 0)).getUTCDate();
  const before = (new Date(`${month}-01T00:00:00Z`).getUTCDay() + 6) % 7;
  const places: (string | null)[] = [
    ...Array<null>(before).fill(null),
    ...Array.from({ length }, (_, at) => `${month}-${String(at + 1).padStart(2, '0')}`),
  ];
  while (places.length % 7 !== 0) places.push(null);
  return Array.from({ length: places.length / 7 }, (_, week) => places.slice(week * 7, week * 7 + 7));
}
