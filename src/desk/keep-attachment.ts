/** 收下附件: one file sent in parts, kept in quarantine first, named by a row in the transaction that says who put it there. */
import type { MultipartFile } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import { perform } from '../perform.ts';
import type { FileStore, KeptFile } from '../platform/files/file-store.ts';
import { FILE_BYTES } from '../platform/files/limits.ts';
import { findingsInReleased } from '../requests/file-findings.ts';
import { type AddFile, attachmentStairs } from '../requests/store/request-files.ts';
import type { Finding } from '../review/finding.ts';
import { TOO_MUCH_TO_LOOK_INTO } from '../review/hidden-content.ts';
import { isRefusal, type Refusal, refuse } from '../statute/refusal.ts';
import type { DeskDeps } from './desk.ts';
import { type LookInto, lookIntoKept } from './look-into.ts';
import type { Officer } from './reach.ts';

/** One byte more than allowed is let in, so that the store can say in words that it is too much. */
export const ONE_FILE = {
  limits: { fileSize: FILE_BYTES + 1, files: 1, fields: 0, parts: 1, headerPairs: 20, fieldNameSize: 50 },
  throwFileSizeLimit: false,
} as const;
export const ONE_FILE_BODY = FILE_BYTES + 1024 * 1024;

export const NO_UPLOAD = refuse('NO_FILE', '接口约定', '没有收到文件。请选择一个文件，再上传。');

/** @returns undefined once it is kept */
export async function keepAttachment(
  request: FastifyRequest,
  officer: Officer,
  where: Pick<AddFile, 'requestId' | 'purpose' | 'taskId' | 'taskIds'>,
  { house, keys, files, lookInto }: DeskDeps,
): Promise<Refusal | undefined> {
  const sent: MultipartFile | undefined = request.isMultipart() ? await request.file() : undefined;
  if (sent?.fieldname !== 'file') return NO_UPLOAD;
  const file = await files.keep(sent.file, sent.filename ?? '');
  if (isRefusal(file)) return file;
  // [FIL-14] What is found is told with the file, and holds it back until a person has decided [FIL-16].
  const findings = where.purpose === 'released' ? await found(file, files, lookInto) : [];
  const done = await perform(house, attachmentStairs(keys), officer, { verb: 'addFile', ...where, file, findings });
  if (!isRefusal(done)) return undefined;
  await files.remove(file.id);
  return done;
}

async function found(file: KeptFile, files: FileStore, look: LookInto): Promise<Finding[]> {
  const looked = await lookIntoKept(file, files, look);
  return findingsInReleased(
    file.sha256,
    looked === 'tooMuch' ? { words: '', hidden: [TOO_MUCH_TO_LOOK_INTO] } : looked,
  );
}
