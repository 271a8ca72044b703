/**
 * 缺字: characters the fonts cannot print become 〓, the mark of Chinese typesetters for a letter they do not have, so that nobody reads an
 * empty box for a name. Reads the character map (`cmap`, formats 4 and 12) of the body font once.
 */
import { open, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { UNKNOWN_LETTER } from '../../statute/paper.ts';

/** Signs of forms and lists, by others that say the same. */
const INSTEAD: Readonly<Record<string, string>> = {
  '☐': '□',
  '☑': '√',
  '☒': '×',
  '✓': '√',
  '✔': '√',
  '✗': '×',
  '➢': '·',
};
let known: Promise<(words: string) => string> | undefined;

export function printable(fontFolder: string): Promise<(words: string) => string> {
  known ??= readCoverage(fontFolder).then((covers) => (words: string) => replaced(words, covers));
  return known;
}

function replaced(words: string, covers: (code: number) => boolean): string {
  const has = (letter: string) => letter <= ' ' || covers(letter.codePointAt(0)!);
  return Array.from(words, (letter) => (has(letter) ? letter : (INSTEAD[letter] ?? UNKNOWN_LETTER))).join('');
}

/** @throws when the folder holds no TrueType font, which is a fault of the installation */
async function readCoverage(folder: string): Promise<(code: number) => boolean> {
  const file = (await readdir(folder)).find((name) => name.endsWith('.ttf'));
  if (!file) throw new Error(`no font in ${folder}`);
  const font = await open(join(folder, file));
  try {
    const part = async (at: number, length: number) => {
      const { buffer } = await font.read(Buffer.alloc(length), 0, length, at);
      return buffer;
    };
    const head = await part(0, 12 + 16 * 64);
    const tables = Array.from({ length: head.readUInt16BE(4) }, (_, i) => head.subarray(12 + 16 * i, 28 + 16 * i));
    const entry = tables.find((table) => table.toString('latin1', 0, 4) === 'cmap')!;
    return coverageOf(await part(entry.readUInt32BE(8), entry.readUInt32BE(12)));
  } finally {
    await font.close();
  }
}

/** @param cmap the whole table: its subtable of format 12 covers every plane */
function coverageOf(cmap: Buffer): (code: number) => boolean {
  const subtables = Array.from({ length: cmap.readUInt16BE(2) }, (_, i) => cmap.readUInt32BE(8 + 8 * i));
  const full = subtables.find((at) => cmap.readUInt16BE(at) === 12);
  if (full === undefined) throw new Error('the font maps no full range of characters');
  const groups = Array.from({ length: cmap.readUInt32BE(full + 12) }, (_, i) => {
    const at = full + 16 + 12 * i;
    return [cmap.readUInt32BE(at), cmap.readUInt32BE(at + 4)] as const;
  });
  return (code) => {
    let [low, high] = [0, groups.length - 1];
    while (low <= high) {
      const middle = (low + high) >> 1;
      const [from, to] = groups[middle]!;
      if (code < from) high = middle - 1;
      else if (code > to) low = middle + 1;
      else return true;
    }
    return false;
  };
}
