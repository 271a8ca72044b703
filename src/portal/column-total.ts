/** 栏目共几条: counted once for all pages of a column, and kept as they are until something in it changes. */
import type { ColumnKey } from '../publications/columns.ts';
import { countIn } from '../publications/store/lists.ts';
import type { Portal } from './portal.ts';

export async function columnTotal({ cache, reading }: Portal, key: ColumnKey): Promise<number> {
  // No address of a page: those begin with a slash.
  const { plain } = await cache.page(`total ${key}`, async () => ({
    text: String(await countIn(reading, key)),
    type: 'text',
    keys: [`column:${key}`],
  }));
  return Number(plain.toString());
}
