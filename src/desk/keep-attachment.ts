/** 收下附件: one file sent in parts, kept in quarantine first, named by a row in the transaction that says who put it there. */
import type { MultipartFile } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import { perform } from '../perform.ts';
import { FILE_BYTES } from '../platform/files/limits.ts';
import { type AddFile, attachmentStairs } from '../requests/store/request-files.ts';
import { TOO_MUCH_TO_LOOK_INTO } from '../review/hidden-content.ts';
import type { Issue } from '../statute/issue.ts';
import { isRefusal, type Refusal, refuse } from '../statute/refusal.ts';
import type { DeskDeps } from './desk.ts';
import { lookIntoKept } from './look-into.ts';
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
): Promise<Refusal | readonly Issue[] | undefined> {
  const sent: MultipartFile | undefined = request.isMultipart() ? await request.file() : undefined;
  if (sent?.fieldname !== 'file') return NO_UPLOAD;
  const file = await files.keep(sent.file, sent.filename ?? '');
  if (isRefusal(file)) return file;
  const looked = where.purpose === 'released' ? await lookIntoKept(file, files, lookInto) : undefined;
  const hidden = looked === 'tooMuch' ? [TOO_MUCH_TO_LOOK_INTO] : (looked?.hidden ?? []);
  if (hidden.length > 0) {
    await files.remove(file.id);
    return hidden;
  }
  const done = await perform(house, attachmentStairs(keys), officer, { verb: 'addFile', ...where, file });
  if (!isRefusal(done)) return undefined;
  await files.remove(file.id);
  return done;
}
