/**
 * 按内容认格式 [FIL-2]: what a file is, its bytes say; the name only has to agree. `file-type` knows the binary formats; what an office
 * archive or an old office file holds is read off its own directory; text is text when every byte of it is.
 */
import { type FileHandle, open } from 'node:fs/promises';
import { fileTypeFromBuffer } from 'file-type';
import type { FileKindName } from './file-kinds.ts';
import { type ArchiveFault, type Measured, measureArchive } from './measure-archive.ts';

export interface Sniffed {
  readonly kind: FileKindName;
  readonly archive?: Measured;
}

export type SniffFault = 'notTaken' | 'locked' | ArchiveFault;

const PICTURES: Readonly<Record<string, FileKindName>> = { jpg: 'jpg', png: 'png', tif: 'tif', pdf: 'pdf' };
const HEAD = 8_192;

export async function sniff(path: string, ending: string): Promise<Sniffed | SniffFault> {
  const file = await open(path, 'r');
  try {
    const head = await readHead(file);
    if (head.length === 0) return 'damaged';
    if (head.subarray(0, 4).toString('latin1') === 'PK\x03\x04') return sniffArchive(path);
    if (head.subarray(0, 8).toString('hex') === 'd0cf11e0a1b11ae1') return sniffOldOffice(await file.readFile());
    const found = await fileTypeFromBuffer(head);
    if (found) {
      const kind = PICTURES[found.ext];
      return kind ? { kind } : 'notTaken';
    }
    if (isPdfBehindBlank(head)) return { kind: 'pdf' };
    return (await isText(file, head)) ? { kind: ending === 'csv' ? 'csv' : 'txt' } : 'notTaken';
  } finally {
    await file.close();
  }
}

async function readHead(file: FileHandle): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD), 0, HEAD, 0);
  return buffer.subarray(0, bytesRead);
}

/** Some scanners write a byte order mark or a line before the head. */
function isPdfBehindBlank(head: Buffer): boolean {
  return /^[\s\uFEFF\u00EF\u00BB\u00BF]*%PDF-/.test(head.subarray(0, 64).toString('latin1'));
}

async function sniffArchive(path: string): Promise<Sniffed | SniffFault> {
  const archive = await measureArchive(path);
  if (typeof archive === 'string') return archive;
  const kinds: readonly (readonly [name: string, kind: FileKindName])[] = [
    ['word/document.xml', 'docx'],
    ['xl/workbook.xml', 'xlsx'],
    ['ppt/presentation.xml', 'pptx'],
    ['OFD.xml', 'ofd'],
  ];
  const kind = kinds.find(([name]) => archive.names.includes(name))?.[1];
  if (!kind || (kind !== 'ofd' && !archive.names.includes('[Content_Types].xml'))) return 'notTaken';
  return { kind, archive };
}

/** The names of streams stand in UTF-16 in the directory of the old format. */
function sniffOldOffice(bytes: Buffer): Sniffed | SniffFault {
  const holds = (name: string) => bytes.includes(Buffer.from(`${name}\0`, 'utf16le'));
  if (holds('EncryptedPackage')) return 'locked';
  if (holds('WordDocument')) return { kind: 'doc' };
  if (holds('Workbook') || holds('Book')) return { kind: 'xls' };
  if (holds('PowerPoint Document')) return { kind: 'ppt' };
  return 'notTaken';
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: what no text holds
const NO_TEXT = /[\u0000-\u0008\u000b\u000e-\u001f\u007f\ufffe\uffff]/;
/** Text by its letters, a program or a page by its first words. */
const RUNS = /^\s*(#!|@echo|<\?php|<!doctype html|<html|<script|<svg|<\?xml)/i;

async function isText(file: FileHandle, head: Buffer): Promise<boolean> {
  const encodings = head.subarray(0, 2).toString('hex') === 'fffe' ? ['utf-16le'] : ['utf-8', 'gb18030'];
  for (const encoding of encodings)
    try {
      const decoder = new TextDecoder(encoding, { fatal: true });
      let at = 0;
      for (;;) {
        const { buffer, bytesRead } = await file.read(Buffer.alloc(65_536), 0, 65_536, at);
        const text = decoder.decode(buffer.subarray(0, bytesRead), { stream: bytesRead > 0 });
        if (NO_TEXT.test(text) || (at === 0 && RUNS.test(text))) return false;
        if (bytesRead === 0) return true;
        at += bytesRead;
      }
    } catch {
      // Not in this encoding.
    }
  return false;
}
