/** 另存文书: a paper as a file of the kind its name ends in; nothing is written over. */
import { writeFileSync } from 'node:fs';
import { extname } from 'node:path';
import type { Paper } from '../../statute/paper.ts';
import type { Io } from '../command.ts';

/** Each library is loaded only when its kind is asked for. */
export const PAPER_KINDS: Readonly<Record<'.docx' | '.pdf' | '.xlsx', (paper: Paper) => Promise<Buffer>>> = {
  '.docx': async (paper) => (await import('../../platform/papers/docx.ts')).paperDocx(paper),
  '.pdf': async (paper) => (await import('../../platform/papers/pdf.ts')).paperPdf(paper),
  '.xlsx': async (paper) => (await import('../../platform/papers/xlsx.ts')).paperXlsx(paper),
};

/** The way to write a file of this name; undefined where there is none. */
export function paperWriter(path: string): ((paper: Paper) => Promise<Buffer>) | undefined {
  const kind = extname(path).toLowerCase();
  return Object.hasOwn(PAPER_KINDS, kind) ? PAPER_KINDS[kind as keyof typeof PAPER_KINDS] : undefined;
}

/** @returns whether it was written; why not is said */
export function writeNew(path: string, content: Buffer | string, io: Io): boolean {
  try {
    writeFileSync(path, content, { flag: 'wx' });
    return true;
  } catch (error) {
    const taken = (error as NodeJS.ErrnoException).code === 'EEXIST';
    io.err(taken ? `“${path}”已经有了，没有覆盖。请换一个文件名。` : `写不了“${path}”。请检查路径和写入权限。`);
    return false;
  }
}
