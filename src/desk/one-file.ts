/** 一个文件的收和发: one file sent in parts, kept in quarantine first and named by a row or gone again; and what was kept, as it came. */
import { Readable } from 'node:stream';
import type { MultipartFile } from '@fastify/multipart';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { FILE_KINDS, type FileKindName } from '../platform/files/file-kinds.ts';
import type { FileStore, KeptFile } from '../platform/files/file-store.ts';
import { FILE_BYTES } from '../platform/files/limits.ts';
import { isRefusal, type Refusal, refuse } from '../statute/refusal.ts';
import { answer } from './answer.ts';
import { sendFile } from './upload.ts';

/** One byte more than allowed is let in, so that the store can say in words that it is too much. */
export const ONE_FILE = {
  limits: { fileSize: FILE_BYTES + 1, files: 1, fields: 0, parts: 1, headerPairs: 20, fieldNameSize: 50 },
  throwFileSizeLimit: false,
} as const;
export const ONE_FILE_BODY = FILE_BYTES + 1024 * 1024;

export const NO_UPLOAD = refuse('NO_FILE', '接口约定', '没有收到文件。请选择一个文件，再上传。');

/** @param enter names it in a row of its room; refused, nothing of the file stays */
export async function takeOneFile<Entered>(
  request: FastifyRequest,
  files: Pick<FileStore, 'keep' | 'remove'>,
  enter: (file: KeptFile) => Promise<Entered | Refusal>,
): Promise<Entered | Refusal> {
  const sent: MultipartFile | undefined = request.isMultipart() ? await request.file() : undefined;
  if (sent?.fieldname !== 'file') return NO_UPLOAD;
  const file = await files.keep(sent.file, sent.filename ?? '');
  if (isRefusal(file)) return file;
  const entered = await enter(file);
  if (isRefusal(entered)) await files.remove(file.id);
  return entered;
}

export function sendKept(
  reply: FastifyReply,
  files: Pick<FileStore, 'read'>,
  { id, kind, name }: { readonly id: string; readonly kind: string; readonly name: string },
): FastifyReply {
  return sendFile(reply, Readable.from(files.read(id)), FILE_KINDS[kind as FileKindName].type, name);
}

/** The file itself, or why not. */
export function answerFile(shown: FastifyReply | Refusal, request: FastifyRequest, reply: FastifyReply): unknown {
  return isRefusal(shown) ? answer(shown, request, reply) : shown;
}
