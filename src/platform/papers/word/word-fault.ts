/** Why a file is not read as Word [PUB-45], by its bytes; what its name says is not believed. */
import { unzip } from '../unzip.ts';
import { usualParts } from './usual-parts.ts';

export type WordFault = 'locked' | 'oldFormat' | 'notWord' | 'macro' | 'damaged' | 'declares';

const LIMITS = { bytes: 60 * 1024 * 1024, entries: 2_000 };

/** The parts of a DOCX by name. */
export function isOffice(file: Buffer): ReadonlyMap<string, Buffer> | WordFault {
  if (file.subarray(0, 8).toString('hex') === 'd0cf11e0a1b11ae1')
    return file.includes(Buffer.from('EncryptedPackage', 'utf16le')) ? 'locked' : 'oldFormat';
  if (file.subarray(0, 2).toString('latin1') !== 'PK') return 'notWord';
  const packed = unzip(file, LIMITS);
  if (!packed) return 'damaged';
  const parts = usualParts(packed);
  if (!parts.has('word/document.xml')) return 'notWord';
  const kinds = parts.get('[Content_Types].xml')?.toString('utf8') ?? '';
  if (/macroEnabled|vbaProject/i.test(kinds) || [...parts.keys()].some((name) => /vbaProject/i.test(name)))
    return 'macro';
  const declares = [...parts].some(([name, part]) => /\.(?:xml|rels|vml)$/i.test(name) && part.includes('<!DOCTYPE'));
  return declares ? 'declares' : parts;
}
