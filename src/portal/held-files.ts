/**
 * 暂存的文件 [FIL-12]: what was chosen on a form that is not sent yet lies sealed on the shelf, and no row names it. The form carries, sealed, what
 * it is; so it stays with the form whatever else has to be put right, nobody else can name it, and nothing is left of a form never sent.
 */
import type { KeptFile } from '../platform/files/file-store.ts';
import type { KeyRing } from '../platform/key-file.ts';
import type { FilePurposeName } from '../requests/request-files.ts';

/** As long as a form is good. The sweep takes away what no row names an hour later (`sweeps-of.ts`). */
const HELD_MS = 2 * 3_600_000;

/** Field of a form that carries them. */
export const HELD_FIELD = 'files';

/** @typeParam Purpose what a form calls its kinds of files */
export interface HeldFile<Purpose extends string = FilePurposeName> {
  /** What the form carries of it; the same on every page. */
  readonly sealed: string;
  readonly file: KeptFile;
  readonly purpose: Purpose;
}

/** What a form carries: what can still be handed in, and what has to be chosen again. */
export interface HeldFiles<Purpose extends string = FilePurposeName> {
  readonly files: readonly HeldFile<Purpose>[];
  /** A sentence for each. */
  readonly lost: readonly string[];
}

type HeldKeys = Pick<KeyRing, 'seal' | 'open'>;

interface Ticket<Purpose> {
  readonly file: KeptFile;
  readonly purpose: Purpose;
  readonly at: number;
}

/** @param form what it was chosen for: of no use for another */
export function holdFile<Purpose extends string>(
  file: KeptFile,
  purpose: Purpose,
  form: string,
  keys: HeldKeys,
  now: Date,
): HeldFile<Purpose> {
  const ticket: Ticket<Purpose> = { file, purpose, at: now.getTime() };
  return { file, purpose, sealed: keys.seal(JSON.stringify(ticket), contextOf(form)) };
}

export function heldIn<Purpose extends string = FilePurposeName>(
  carried: string,
  form: string,
  keys: HeldKeys,
  now: Date,
): HeldFiles<Purpose> {
  const files: HeldFile<Purpose>[] = [];
  const lost: string[] = [];
  for (const sealed of new Set(carried.split(' ').filter((one) => one !== ''))) {
    const ticket = opened<Purpose>(sealed, form, keys);
    if (!ticket) lost.push('有一个文件认不出是在这张表单上选的，没有收下。请重新选择。');
    else if (now.getTime() - ticket.at > HELD_MS)
      lost.push(`“${ticket.file.name}”选好已经超过两小时，没有保留。请重新选择。`);
    else files.push({ sealed, file: ticket.file, purpose: ticket.purpose });
  }
  return { files, lost };
}

export function carriedOf(files: readonly Pick<HeldFile, 'sealed'>[]): string {
  return files.map(({ sealed }) => sealed).join(' ');
}

function opened<Purpose>(sealed: string, form: string, keys: HeldKeys): Ticket<Purpose> | undefined {
  try {
    return JSON.parse(keys.open(sealed, contextOf(form))) as Ticket<Purpose>;
  } catch {
    return undefined;
  }
}

function contextOf(form: string): string {
  return `held/${form}`;
}
