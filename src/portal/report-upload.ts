/**
 * 上传的年报 [PRT-9]: the parts of the checking form, kept in memory while they are read and nowhere afterwards. What is too large is read to
 * its end and thrown away, so that the browser gets an answer instead of a broken connection.
 */
import type { FastifyRequest } from 'fastify';
import { MAX_BYTES } from '../annual-report/read/refusals.ts';

export const LARGEST_FILE = MAX_BYTES;
const LARGEST_TEXT = 1024 * 1024;
/** Nobody waits for the end of more than this. */
export const LARGEST_UPLOAD = 128 * 1024 * 1024;

export interface UploadedFile {
  readonly name: string;
  /** Absent when the file was too large. */
  readonly bytes: Buffer | undefined;
}

export interface ReportUpload {
  /** Ordinary fields by name; a text that was too long is left out. */
  readonly fields: Readonly<Record<string, string>>;
  /** Files by the name of their field; a field left empty is left out. */
  readonly files: Readonly<Record<string, UploadedFile>>;
}

/** @throws with the status 400 when the body is no proper form: that is the sender's fault, and the parser does not say so */
export async function readUpload(request: FastifyRequest): Promise<ReportUpload> {
  try {
    return await partsOf(request);
  } catch (error) {
    throw Object.assign(new Error('no proper form', { cause: error }), {
      statusCode: (error as { statusCode?: number }).statusCode ?? 400,
    });
  }
}

async function partsOf(request: FastifyRequest): Promise<ReportUpload> {
  const fields: Record<string, string> = {};
  const files: Record<string, UploadedFile> = {};
  const limits = { fileSize: LARGEST_FILE, files: 2, fields: 10, fieldSize: LARGEST_TEXT, parts: 12 };
  for await (const part of request.parts({ limits })) {
    if (part.type === 'file') {
      const chunks: Buffer[] = [];
      for await (const chunk of part.file) if (!part.file.truncated) chunks.push(chunk as Buffer);
      const bytes = part.file.truncated ? undefined : Buffer.concat(chunks);
      if (bytes?.length !== 0) files[part.fieldname] = { name: part.filename ?? '', bytes };
    } else if (typeof part.value === 'string' && !part.valueTruncated) {
      fields[part.fieldname] = part.value;
    }
  }
  return { fields, files };
}
