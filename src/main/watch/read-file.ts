/** 附件里有什么: the words and the links of an attachment found on the web, for the watch. */
import { fileContent } from '../../platform/papers/file-content.ts';
import { fileLinks } from '../../platform/papers/file-links.ts';
import type { ReadFile } from '../../supervision/gather/crawl/look-at.ts';
import { limitedWorker, type WorkerLimits } from '../uploads/limited-worker.ts';

export const readFileForWatch: ReadFile = async (kind, file) => {
  const content = await fileContent(kind, file);
  const links = await fileLinks(kind, file);
  return content.form === 'closed' || links === undefined ? undefined : { words: content.words, links };
};

/** The same in a worker with limits: whose file it is, nobody knows. One that takes too much was not looked into. @param worker `dist/server/watch-worker.js` */
export function readFileWithin(worker: string, limits?: WorkerLimits): ReadFile {
  const read = limitedWorker<Awaited<ReturnType<ReadFile>>>(worker, limits);
  return async (kind, file) => {
    const content = await read({ kind, file });
    return content === 'tooMuch' ? undefined : content;
  };
}
