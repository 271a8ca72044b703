/**
 * 先量后开 [FIL-4]: an office document is an archive, and a small archive can hold more than memory. Every entry is inflated to nowhere and
 * counted against one budget before anybody opens it; names that lead out of the archive, links and locked entries are refused.
 */
import { type Entry, fromBuffer, open, type ZipFile } from 'yauzl';
import { ARCHIVE_BYTES, ARCHIVE_ENTRIES, ARCHIVE_RATIO } from './limits.ts';

export interface Measured {
  readonly names: readonly string[];
  /** Small parts that tell what an office document brings along, as text. */
  readonly relations: string;
}

export type ArchiveFault = 'damaged' | 'tooMuch' | 'leadsOut' | 'locked';

const RELATIONS = /\.rels$|^\[Content_Types\]\.xml$/;
const RELATIONS_BYTES = 4 * 1024 * 1024;

export async function measureArchive(path: string): Promise<Measured | ArchiveFault> {
  let zip: ZipFile;
  try {
    zip = await opened(path);
  } catch (error) {
    return /relative path|absolute path|invalid characters/.test(String(error)) ? 'leadsOut' : 'damaged';
  }
  try {
    return await measure(zip);
  } finally {
    zip.close();
  }
}

async function measure(zip: ZipFile): Promise<Measured | ArchiveFault> {
  if (zip.entryCount > ARCHIVE_ENTRIES) return 'tooMuch';
  const budget = Math.min(ARCHIVE_BYTES, Math.max(1024 * 1024, zip.fileSize * ARCHIVE_RATIO));
  const names = new Set<string>();
  const relations: Buffer[] = [];
  let [bytes, told] = [0, 0];
  for (;;) {
    let entry: Entry | undefined;
    try {
      entry = await nextOf(zip);
    } catch (error) {
      return /relative path|absolute path|invalid characters/.test(String(error)) ? 'leadsOut' : 'damaged';
    }
    if (!entry) return { names: [...names], relations: Buffer.concat(relations).toString('utf8') };
    if (entry.generalPurposeBitFlag & 1) return 'locked';
    if (isLink(entry) || names.has(entry.fileName)) return 'leadsOut';
    names.add(entry.fileName);
    if (names.size > ARCHIVE_ENTRIES) return 'tooMuch';
    try {
      for await (const chunk of await contentOf(zip, entry)) {
        bytes += (chunk as Buffer).length;
        if (bytes > budget) return 'tooMuch';
        if (RELATIONS.test(entry.fileName)) {
          told += (chunk as Buffer).length;
          if (told > RELATIONS_BYTES) return 'tooMuch';
          relations.push(chunk as Buffer);
        }
      }
    } catch (error) {
      // Longer than its own header says: the mark of a bomb.
      return /too many bytes/.test(String(error)) ? 'tooMuch' : 'damaged';
    }
  }
}

const UNIX_TYPE = 0o170000;
const UNIX_LINK = 0o120000;

function isLink({ externalFileAttributes }: Entry): boolean {
  return ((externalFileAttributes >>> 16) & UNIX_TYPE) === UNIX_LINK;
}

/**
 * @param archive its path, or its bytes
 * @param decodeStrings false: names are left as bytes, and whoever reads them looks where they lead
 */
export function opened(archive: string | Buffer, decodeStrings = true): Promise<ZipFile> {
  const options = { lazyEntries: true, autoClose: false, strictFileNames: false, decodeStrings };
  return new Promise((done, fail) => {
    const settle = (error: Error | null, zip: ZipFile) => (error ? fail(error) : done(zip));
    if (typeof archive === 'string') open(archive, options, settle);
    else fromBuffer(archive, options, settle);
  });
}

export function nextOf(zip: ZipFile): Promise<Entry | undefined> {
  return new Promise((done, fail) => {
    const settle = (act: () => void) => {
      zip.removeAllListeners('entry').removeAllListeners('end').removeAllListeners('error');
      // An archive may complain once more after it was given up.
      zip.on('error', () => {});
      act();
    };
    zip.removeAllListeners('error');
    zip.once('entry', (entry: Entry) => settle(() => done(entry)));
    zip.once('end', () => settle(() => done(undefined)));
    zip.once('error', (error) => settle(() => fail(error)));
    zip.readEntry();
  });
}

export function contentOf(zip: ZipFile, entry: Entry): Promise<AsyncIterable<unknown>> {
  return new Promise((done, fail) =>
    zip.openReadStream(entry, (error, stream) => (error ? fail(error) : done(stream))),
  );
}
