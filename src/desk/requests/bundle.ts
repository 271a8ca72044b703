/** 打包: files gathered under numbered names with their checksums, for a volume or for what goes to whoever hears a case. */
import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import type { ZippedFile } from '../../platform/papers/zip-writer.ts';
import { safeName, type VolumeItem } from '../../requests/archive-volume.ts';

export interface Piece extends VolumeItem {
  readonly content: Buffer | Readable;
  readonly sha256: string;
  /** SM3, where the content lies in memory. */
  readonly sm3: string | null;
}

/** What an item is called, beside its name, which is made from folder, serial number and title. */
export type Labels = Omit<VolumeItem, 'name'>;

export class Bundle {
  readonly pieces: Piece[] = [];

  add(folder: string, extension: string, labels: Labels, content: Buffer): Piece {
    return this.#keep(folder, labels.title, extension, { ...labels, content, ...digestsOf(content) });
  }

  /** @param title of the file name; that of the item may say more */
  addStream(
    folder: string,
    title: string,
    extension: string,
    piece: Labels & Pick<Piece, 'content' | 'sha256'>,
  ): Piece {
    return this.#keep(folder, title, extension, { ...piece, sm3: null });
  }

  /** @param index what stands first in it, such as the list of its contents */
  files(index: readonly { readonly name: string; readonly content: Buffer }[]): ZippedFile[] {
    const all = [...index.map(({ name, content }) => ({ name, content, ...digestsOf(content) })), ...this.pieces];
    const lines = (sums: readonly (readonly [sum: string | null, name: string])[]) =>
      Buffer.from(sums.flatMap(([sum, name]) => (sum === null ? [] : [`${sum}  ${name}\n`])).join(''));
    const sm3Sums = lines(all.map(({ sm3, name }) => [sm3, name]));
    const sha256Sums = lines([
      ...all.map(({ sha256, name }) => [sha256, name] as const),
      [digestsOf(sm3Sums).sha256, 'SM3SUMS'],
    ]);
    return [
      ...all.map(({ name, content }) => ({ name, content })),
      { name: 'SHA256SUMS', content: sha256Sums },
      { name: 'SM3SUMS', content: sm3Sums },
    ];
  }

  #keep(folder: string, title: string, extension: string, piece: Omit<Piece, 'name'>): Piece {
    const serial = String(this.pieces.length + 1).padStart(2, '0');
    const kept = { ...piece, name: `${folder}/${serial} ${safeName(title)}.${extension}` };
    this.pieces.push(kept);
    return kept;
  }
}

function digestsOf(content: Buffer): { readonly sha256: string; readonly sm3: string } {
  const [sha256, sm3] = (['sha256', 'sm3'] as const).map((kind) => createHash(kind).update(content).digest('hex'));
  return { sha256: sha256!, sm3: sm3! };
}

export function json(value: unknown): Buffer {
  return Buffer.from(`${JSON.stringify(value, null, 2)}\n`);
}
