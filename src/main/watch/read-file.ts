/** 附件里有什么: the words and the links of an attachment found on the web, for the watch. */
import { ARCHIVE_BYTES, ARCHIVE_ENTRIES } from '../../platform/files/limits.ts';
import { fileContent } from '../../platform/papers/file-content.ts';
import { fileLinks } from '../../platform/papers/file-links.ts';
import { unzip } from '../../platform/papers/unzip.ts';
import type { ReadFile } from '../../supervision/gather/crawl/look-at.ts';

export const readFileForWatch: ReadFile = async (kind, file) => {
  if (kind === 'zip') return archiveForWatch(file);
  const content = await fileContent(kind, file);
  const links = await fileLinks(kind, file);
  return content.form === 'closed' || links === undefined ? undefined : { words: content.words, links };
};

const INSIDE = /\.(docx|xlsx|pptx|pdf|ofd|txt|csv)$/i;
/** More files in one archive are looked into by nobody. */
const MOST_INSIDE = 50;

/** 压缩包: what its files say and lead to, those that can be read. */
async function archiveForWatch(file: Buffer): ReturnType<ReadFile> {
  const entries = unzip(file, { bytes: ARCHIVE_BYTES, entries: ARCHIVE_ENTRIES });
  if (!entries) return undefined;
  const readable = [...entries].filter(([name]) => INSIDE.test(name)).slice(0, MOST_INSIDE);
  const words: string[] = [];
  const links = new Set<string>();
  for (const [name, bytes] of readable) {
    const content = await readFileForWatch(INSIDE.exec(name)![1]!.toLowerCase(), bytes);
    if (content) words.push(content.words);
    for (const link of content?.links ?? []) links.add(link);
  }
  return { words: words.join('\n'), links: [...links] };
}
