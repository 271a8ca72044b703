/** 附件里有什么: the words and the links of an attachment found on the web, for the watch. */
import { fileContent } from '../../platform/papers/file-content.ts';
import { fileLinks } from '../../platform/papers/file-links.ts';
import type { ReadFile } from '../../supervision/gather/crawl/look-at.ts';

export const readFileForWatch: ReadFile = async (kind, file) => {
  const content = await fileContent(kind, file);
  const links = await fileLinks(kind, file);
  return content.form === 'closed' || links === undefined ? undefined : { words: content.words, links };
};
