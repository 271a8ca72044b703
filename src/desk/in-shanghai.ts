/** `2026-03-04 10:00`, the moment in Beijing. */
const inShanghai = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'short',
  timeStyle: 'short',
});

export function momentInShanghai(at: string): string {
  return inShanghai.format(new Date(at));
}
