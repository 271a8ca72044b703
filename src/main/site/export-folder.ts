/**
 * 导出的文件夹 [PRT-81, PRT-82]: which files in it are ours, written whole or not at all. Each is named in the journal before it is written, so that a run
 * that was killed leaves nothing the next does not know; what did not change keeps its time, and what is gone is taken away.
 */
import { createHash } from 'node:crypto';
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';
import { type Refusal, refuse } from '../../statute/refusal.ts';

const MANIFEST = '.gongkai-site.json';
const JOURNAL = '.gongkai-site.writing';
/** Behind the name while a file is being written. */
const DRAFT = '.gongkai-part';

export interface ExportFolder {
  /** @returns whether it had to be written */
  write(file: string, content: Buffer): boolean;
  /** Takes away what was there and was not written this time. @returns how many */
  close(): number;
}

const hashOf = (content: Buffer) => createHash('sha256').update(content).digest('hex');

export function openExportFolder(path: string): ExportFolder | Refusal {
  const root = resolve(path);
  mkdirSync(root, { recursive: true });
  const known = knownIn(root);
  if (known === 'damaged')
    return refuse(
      'PRT-82',
      '导出静态文件',
      `“${path}”里的清单 ${MANIFEST} 损坏了，不知道哪些文件是以前导出的。请换一个空文件夹，或者清空这个文件夹再导出。`,
    );
  if (known === undefined)
    return refuse('PRT-82', '导出静态文件', `“${path}”里有别的东西，没有导出，以免覆盖。请换一个空文件夹。`);
  const kept = new Map<string, string>();
  writeFileSync(join(root, JOURNAL), '', { flag: 'a' });
  return {
    write(file, content) {
      const place = inside(root, file);
      const hash = hashOf(content);
      kept.set(file, hash);
      if (known.get(file) === hash && existsSync(place)) return false;
      appendFileSync(join(root, JOURNAL), `${JSON.stringify(file)}\n`);
      mkdirSync(dirname(place), { recursive: true });
      put(place, content);
      return true;
    },
    close() {
      const gone = [...known.keys()].filter((file) => !kept.has(file));
      for (const file of gone) {
        rmSync(inside(root, file), { force: true });
        rmSync(inside(root, file) + DRAFT, { force: true });
        dropEmpty(root, dirname(inside(root, file)));
      }
      put(join(root, MANIFEST), Buffer.from(JSON.stringify({ files: Object.fromEntries(kept) })));
      rmSync(join(root, JOURNAL), { force: true });
      return gone.length;
    },
  };
}

/** @throws Error for what would lie elsewhere, which no address may bring about */
function inside(root: string, file: string): string {
  const place = resolve(root, file);
  if (!place.startsWith(root + sep)) throw new Error(`${file} lies outside the folder`);
  return place;
}

/** Files of ours with the hash they were written with; of a run that was killed without. Undefined where the folder is somebody else's. */
function knownIn(root: string): Map<string, string> | 'damaged' | undefined {
  const [manifest, journal] = [join(root, MANIFEST), join(root, JOURNAL)];
  const hasOurs = existsSync(manifest) || existsSync(journal);
  if (!hasOurs) return readdirSync(root).length === 0 ? new Map() : undefined;
  const known = new Map<string, string>();
  if (existsSync(manifest)) {
    const files = filesIn(readFileSync(manifest, 'utf8'));
    if (!files) return 'damaged';
    for (const [file, hash] of Object.entries(files)) known.set(file, hash);
  }
  if (existsSync(journal))
    for (const line of readFileSync(journal, 'utf8').split('\n').filter(Boolean)) known.set(fileIn(line), '');
  known.delete('');
  return known;
}

function filesIn(manifest: string): Record<string, string> | undefined {
  try {
    const { files } = JSON.parse(manifest) as { files?: Record<string, string> };
    return typeof files === 'object' && files !== null ? files : undefined;
  } catch {
    return undefined;
  }
}

/** A line that was cut off in the middle names a file that was never written. */
function fileIn(line: string): string {
  try {
    return JSON.parse(line) as string;
  } catch {
    return '';
  }
}

function put(place: string, content: Buffer): void {
  const draft = place + DRAFT;
  writeFileSync(draft, content);
  renameSync(draft, place);
}

function dropEmpty(root: string, folder: string): void {
  if (folder === root || !folder.startsWith(root) || !existsSync(folder) || readdirSync(folder).length > 0) return;
  rmdirSync(folder);
  dropEmpty(root, dirname(folder));
}
