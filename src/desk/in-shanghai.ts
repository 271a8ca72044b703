import { civilDateAt, inProse } from '../statute/civil-date.ts';

/** `2026-03-04 10:00`, the moment in Beijing. */
const inShanghai = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'short',
  timeStyle: 'short',
});

export function momentInShanghai(at: string): string {
  return inShanghai.format(new Date(at));
}

const clock = new Intl.DateTimeFormat('zh-CN', { timeZone: 'Asia/Shanghai', timeStyle: 'medium', hourCycle: 'h23' });

/** `2026年3月4日 10:00:05`, for papers. */
export function secondInShanghai(at: string): string {
  const moment = new Date(at);
  return `${inProse(civilDateAt(moment))} ${clock.format(moment)}`;
}
