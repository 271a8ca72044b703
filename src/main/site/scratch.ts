/** 草稿: pages on their way, in one file outside the memory; a hundred thousand of them are two gigabytes. */
import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Scratch {
  /** @returns the number by which it is read again */
  add(content: Buffer): number;
  read(n: number): string;
  close(): void;
}

export function openScratch(): Scratch {
  const folder = mkdtempSync(join(tmpdir(), 'gongkai-site-'));
  const file = openSync(join(folder, 'pages'), 'w+');
  const places: { readonly from: number; readonly length: number }[] = [];
  let end = 0;
  return {
    add(content) {
      for (let done = 0; done < content.length; )
        done += writeSync(file, content, done, content.length - done, end + done);
      places.push({ from: end, length: content.length });
      end += content.length;
      return places.length - 1;
    },
    read(n) {
      const { from, length } = places[n]!;
      const content = Buffer.alloc(length);
      for (let done = 0; done < length; ) done += readSync(file, content, done, length - done, from + done);
      return content.toString('utf8');
    },
    close() {
      closeSync(file);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
