/** 上传 of one file and the agency it is for. What is too large is cut off while it is read and never kept. */
import type { Readable } from 'node:stream';
import multipart from '@fastify/multipart';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { AgencyId } from '../people/agency.ts';
import { attachmentHeader } from '../platform/files/file-name.ts';
import { SHEET_BYTES } from '../platform/papers/sheet.ts';
import { type Refusal, refuse } from '../statute/refusal.ts';

export interface Uploaded {
  readonly agencyId: AgencyId;
  readonly file: Buffer;
}

/** In the scope of the routes that take files, and there alone. */
export function takeUploads(desk: FastifyInstance): void {
  desk.register(multipart, {
    limits: {
      fileSize: SHEET_BYTES,
      files: 1,
      fields: 1,
      fieldSize: 200,
      fieldNameSize: 50,
      parts: 2,
      headerPairs: 20,
    },
  });
}

/** @throws the HTTP layer's own error when the file is larger than allowed, or more is sent than was asked for */
export async function uploadOf(request: FastifyRequest): Promise<Uploaded | Refusal> {
  if (!request.isMultipart()) return NO_FILE;
  const sent = await request.file();
  if (sent?.fieldname !== 'file') return NO_FILE;
  const file = await sent.toBuffer();
  const field = sent.fields.agencyId;
  if (!field || Array.isArray(field) || field.type !== 'field' || typeof field.value !== 'string') return NO_FILE;
  return field.value.trim() === '' ? NO_AGENCY : { agencyId: field.value, file };
}

const NO_AGENCY = refuse('NO_AGENCY', '接口约定', '没有选择机关。请选择是哪个机关的，再上传。');
const NO_FILE = refuse('NO_FILE', '接口约定', '没有收到机关和文件。请选择机关，再选择一个文件上传。');

/** What a sheet is called on the way. */
export const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A file to be kept, under a name in Chinese. */
export function sendFile(
  reply: FastifyReply,
  content: Buffer | Readable | string,
  type: string,
  name: string,
): FastifyReply {
  return reply
    .type(type)
    .header('cache-control', 'no-store')
    .header('content-disposition', attachmentHeader(name))
    .send(content);
}
