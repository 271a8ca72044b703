/** 日期 as the console prints them: `2026-03-16 周一` where a deadline is meant, 2026年3月16日 in prose. */
const WEEKDAYS = '日一二三四五六';

export function weekdayOf(day: string): string {
  return `周${WEEKDAYS[new Date(`${day}T00:00:00Z`).getUTCDay()]}`;
}

export function withWeekday(day: string): string {
  return `${day} ${weekdayOf(day)}`;
}

export function inProse(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}

/** `2026-11-26`, the day in Beijing of an instant. */
export function dayOf(instant: string): string {
  return momentOf(instant).slice(0, 10);
}

/** `2026-11-26 14:05` in Beijing, from an instant. */
export function momentOf(instant: string): string {
  const parts = new Intl.DateTimeFormat('sv-SE', {
    timeZone: 'Asia/Shanghai',
    dateStyle: 'short',
    timeStyle: 'short',
  });
  return parts.format(new Date(instant));
}
