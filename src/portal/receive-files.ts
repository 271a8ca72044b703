/**
 * 收下表单里的文件 [FIL-13]: each streams into quarantine and is examined there before it is kept (`platform/files`). One that is refused is named and
 * costs the form nothing else; what nobody may hand in now is read to its end and thrown away, so that the answer arrives.
 */
import type { MultipartFile } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import { safeFileName } from '../platform/files/file-name.ts';
import { FILE_BYTES } from '../platform/files/limits.ts';
import { isStorable } from '../platform/http/storable.ts';
import { type FilePurposeName, HANDED_IN_AT_MOST } from '../requests/request-files.ts';
import { isRefusal } from '../statute/refusal.ts';
import type { FieldError } from './components/error-summary.tsx';
import { carriedOf, HELD_FIELD, type HeldFile, heldIn, holdFile } from './held-files.ts';
import type { Portal } from './portal.ts';

/** One byte more than allowed is let in, so that the shelf can say in words that it is too much. Fields hold what a form may. */
const LIMITS = { fileSize: FILE_BYTES + 1, files: 40, fieldSize: 200_000, fieldNameSize: 100 };
const FIELDS = 60;

/** Ordinary fields that have arrived so far. */
export type FormBody = Readonly<Record<string, string>>;

export interface FileForm<Purpose extends string = FilePurposeName> {
  /** What its files are held for: another form cannot bring them. */
  heldFor(body: FormBody): string;
  /** Whether this site gave the form out, to whom it may be. Asked before the first file is taken. */
  isGenuine(body: FormBody): Promise<boolean>;
  /** Names of its file fields, each with what is asked for in it. */
  readonly fields: Readonly<Record<string, Purpose>>;
  /** Ordinary fields it may have, where they are many. */
  readonly mostFields?: number;
}

export interface ReceivedForm<Purpose extends string = FilePurposeName> {
  /** Ordinary fields, as of any form; what it carries of files with those that were just taken. */
  readonly body: FormBody;
  readonly held: readonly HeldFile<Purpose>[];
  readonly errors: readonly FieldError[];
}

/** @throws with a status of the 400s when the body is no proper form: that is the sender's fault, and the parser does not say so */
export async function receiveForm<Purpose extends string>(
  request: FastifyRequest,
  portal: Portal,
  form: FileForm<Purpose>,
): Promise<ReceivedForm<Purpose>> {
  try {
    return await partsOf(request, portal, form);
  } catch (error) {
    const { statusCode, code } = error as { statusCode?: number; code?: string };
    // What the disk or the database says carries a code; a line that broke off does too, and is nobody's fault here.
    if (statusCode !== undefined || (code !== undefined && !isBrokenOff(request))) throw error;
    throw Object.assign(new Error('no proper form', { cause: error }), { statusCode: 400 });
  }
}

async function partsOf<Purpose extends string>(
  request: FastifyRequest,
  portal: Portal,
  form: FileForm<Purpose>,
): Promise<ReceivedForm<Purpose>> {
  const body: Record<string, string> = {};
  const errors: FieldError[] = [];
  const taken: HeldFile<Purpose>[] = [];
  let genuine: boolean | undefined;
  const heldBefore = () =>
    heldIn<Purpose>(body[HELD_FIELD] ?? '', form.heldFor(body), portal.keys, portal.house.now()).files;
  const fields = form.mostFields ?? FIELDS;
  const limits = { ...LIMITS, fields, parts: fields + LIMITS.files };
  for await (const part of request.parts({ limits })) {
    if (part.type === 'field') {
      if (part.valueTruncated) throw Object.assign(new Error('a field without end'), { statusCode: 413 });
      if (typeof part.value === 'string') body[part.fieldname] = part.value;
      continue;
    }
    const purpose = Object.hasOwn(form.fields, part.fieldname) ? form.fields[part.fieldname] : undefined;
    // A field that was left empty is sent as a file without a name.
    if (!purpose || !part.filename) await thrownAway(part);
    else {
      const one = await takeOne(part, purpose, heldBefore().length + taken.length);
      if (typeof one === 'string') errors.push({ field: part.fieldname, says: one });
      else taken.push(one);
    }
  }
  if (!isStorable(body)) throw Object.assign(new Error('no text'), { statusCode: 400 });
  const held = [...heldBefore(), ...taken];
  return { body: { ...body, [HELD_FIELD]: [body[HELD_FIELD] ?? '', carriedOf(taken)].join(' ').trim() }, held, errors };

  /** @returns why it was not taken */
  async function takeOne(part: MultipartFile, purpose: Purpose, before: number): Promise<HeldFile<Purpose> | string> {
    const name = safeFileName(part.filename);
    genuine ??= await form.isGenuine(body);
    const why =
      before >= HANDED_IN_AT_MOST
        ? `一次最多交 ${HANDED_IN_AT_MOST} 个文件，没有接收。请去掉不需要的，或者合并成一个文件。`
        : genuine
          ? portal.intake.admitUpload(request.ip)
          : '表单打开已经超过两小时，没有接收。其他内容都在，请再选一次。';
    if (why) {
      await thrownAway(part);
      return `“${name}”：${why}`;
    }
    try {
      const kept = await portal.files.keep(part.file, part.filename);
      if (!isRefusal(kept)) return holdFile(kept, purpose, form.heldFor(body), portal.keys, portal.house.now());
      return kept.says.includes(`“${name}”`) ? kept.says : `“${name}”：${kept.says}`;
    } finally {
      portal.intake.endUpload();
    }
  }
}

async function thrownAway(part: MultipartFile): Promise<void> {
  for await (const _ of part.file);
}

function isBrokenOff({ raw }: FastifyRequest): boolean {
  return raw.destroyed && !raw.complete;
}
