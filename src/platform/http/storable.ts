/**
 * 能保存的文字 [SEC-14]: no store keeps a NUL or half a surrogate pair, and no keyboard types one. What holds them is turned away
 * at the door instead of failing inside the database.
 */
const UNSTORABLE = /\0|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

/** Whether everything written in what was sent, names of fields included, can be kept; files are judged by who reads them. */
export function isStorable(sent: unknown): boolean {
  // A list of what is still to be looked at, not recursion: a body may be nested as deep as it is long.
  const left = [sent];
  while (left.length > 0) {
    const next = left.pop();
    if (typeof next === 'string' && UNSTORABLE.test(next)) return false;
    if (typeof next !== 'object' || next === null || ArrayBuffer.isView(next)) continue;
    for (const [name, value] of Object.entries(next)) left.push(name, value);
  }
  return true;
}
