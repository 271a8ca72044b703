/**
 * 通常的写法 [PUB-106]: a DOCX may name its parts and its prefixes as it likes; the names are bound by relations and namespaces. Whoever reads Word here
 * reads the usual ones: `word/document.xml`, `w:p`. Those of Strict Open XML and in UTF-16 are brought to them as well.
 */
import { posix } from 'node:path';
import { Parser } from 'htmlparser2';
import { escapeText } from '../escape-text.ts';

type Parts = ReadonlyMap<string, Buffer>;

const PLACES: Readonly<Record<string, readonly [transitional: string, strict?: string]>> = {
  w: ['http://schemas.openxmlformats.org/wordprocessingml/2006/main', 'wordprocessingml/main'],
  r: ['http://schemas.openxmlformats.org/officeDocument/2006/relationships', 'officeDocument/relationships'],
  m: ['http://schemas.openxmlformats.org/officeDocument/2006/math', 'officeDocument/math'],
  a: ['http://schemas.openxmlformats.org/drawingml/2006/main', 'drawingml/main'],
  wp: ['http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing', 'drawingml/wordprocessingDrawing'],
  pic: ['http://schemas.openxmlformats.org/drawingml/2006/picture', 'drawingml/picture'],
  c: ['http://schemas.openxmlformats.org/drawingml/2006/chart', 'drawingml/chart'],
  dgm: ['http://schemas.openxmlformats.org/drawingml/2006/diagram', 'drawingml/diagram'],
  mc: ['http://schemas.openxmlformats.org/markup-compatibility/2006'],
  v: ['urn:schemas-microsoft-com:vml'],
  o: ['urn:schemas-microsoft-com:office:office'],
  w14: ['http://schemas.microsoft.com/office/word/2010/wordml'],
  wps: ['http://schemas.microsoft.com/office/word/2010/wordprocessingShape'],
};
const USUAL: ReadonlyMap<string, string> = new Map(
  Object.entries(PLACES).flatMap(([prefix, [transitional, strict]]) => [
    [transitional, prefix] as const,
    ...(strict ? [[`http://purl.oclc.org/ooxml/${strict}`, prefix] as const] : []),
  ]),
);

const MAIN = 'word/document.xml';
const RELATIONS = 'word/_rels/document.xml.rels';
/** Parts that are looked for by their names. */
const NAMED = new Set(['styles', 'numbering', 'footnotes', 'endnotes']);

export function usualParts(parts: Parts): Parts {
  const usual = new Map<string, Buffer>();
  for (const [name, part] of parts) usual.set(name, /\.(?:xml|rels)$/i.test(name) ? usualText(part) : part);
  const main = relationsIn(usual.get('_rels/.rels'), '').find(({ kind }) => kind === 'officeDocument')?.name;
  const text = main === undefined ? undefined : usual.get(main);
  // A workbook has a main part as well.
  if (main !== undefined && main !== MAIN && text && /<w:document\b/.test(text.toString('utf8')))
    moveMain(usual, main, text);
  for (const { kind, name } of relationsIn(usual.get(RELATIONS), 'word')) {
    const part = NAMED.has(kind) && name !== `word/${kind}.xml` ? usual.get(name) : undefined;
    if (part) usual.set(`word/${kind}.xml`, part);
  }
  return usual;
}

/** What it refers to is told from the folder it stood in. */
function moveMain(parts: Map<string, Buffer>, main: string, text: Buffer): void {
  const folder = posix.dirname(main);
  const beside = posix.join(folder, '_rels', `${posix.basename(main)}.rels`);
  const relations = parts.get(beside)?.toString('utf8') ?? '<Relationships/>';
  const whole = relations.replace(/<[^<>]*\bTarget="([^"]*)"[^<>]*>/g, (tag, target: string) => {
    if (/TargetMode="External"|\/hyperlink"/.test(tag) || target.startsWith('/')) return tag;
    return tag.replace(/\bTarget="[^"]*"/, () => `Target="/${posix.join(folder, target)}"`);
  });
  parts.delete(main);
  parts.set(MAIN, text);
  parts.set(RELATIONS, Buffer.from(whole));
}

function relationsIn(part: Buffer | undefined, folder: string): { readonly kind: string; readonly name: string }[] {
  const found: { kind: string; name: string }[] = [];
  const parser = new Parser(
    {
      onopentag(_, { Type = '', Target, TargetMode }) {
        if (Target === undefined || TargetMode === 'External') return;
        const name = Target.startsWith('/') ? Target.slice(1) : posix.join(folder, Target);
        found.push({ kind: Type.slice(Type.lastIndexOf('/') + 1), name });
      },
    },
    { xmlMode: true },
  );
  parser.end(part?.toString('utf8') ?? '');
  return found;
}

function usualText(part: Buffer): Buffer {
  const mark = part.subarray(0, 2).toString('hex');
  const isWide = mark === 'fffe' || mark === 'feff';
  const xml = isWide ? new TextDecoder(mark === 'fffe' ? 'utf-16le' : 'utf-16be').decode(part) : part.toString('utf8');
  const bound = [...xml.matchAll(/\sxmlns(?::([\w.-]+))?\s*=\s*["']([^"']*)["']/g)];
  const isUsual = bound.every(([, prefix = '', place]) => (USUAL.get(place!) ?? prefix) === prefix);
  if (isUsual) return isWide ? Buffer.from(xml) : part;
  return Buffer.from(renamed(xml));
}

/** Of what a place is not known the prefix stays, unless another place has it as its usual one. */
function renamed(xml: string): string {
  const out: string[] = [];
  const scopes: ReadonlyMap<string, string>[] = [new Map()];
  const nameOf = (name: string, ofAttribute: boolean) => {
    const at = name.indexOf(':');
    if (at < 0 && ofAttribute) return name;
    const [prefix, own] = at < 0 ? ['', name] : [name.slice(0, at), name.slice(at + 1)];
    const usual = scopes.at(-1)!.get(prefix) ?? prefix;
    return usual === '' ? own : `${usual}:${own}`;
  };
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        scopes.push(scopeIn(attributes, scopes.at(-1)!));
        const said = Object.entries(attributes)
          .filter(([key]) => !/^xmlns(?::|$)/.test(key))
          .map(([key, value]) => ` ${nameOf(key, true)}="${escapeText(value).replaceAll('"', '&quot;')}"`);
        out.push(`<${nameOf(name, false)}${said.join('')}>`);
      },
      ontext: (words) => void out.push(escapeText(words)),
      onclosetag(name) {
        out.push(`</${nameOf(name, false)}>`);
        scopes.pop();
      },
      onprocessinginstruction(name, words) {
        // A declaration of its own is refused further on.
        if (name.startsWith('!')) out.push(`<${words}>`);
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.end(xml);
  return out.join('');
}

function scopeIn(attributes: Readonly<Record<string, string>>, around: ReadonlyMap<string, string>) {
  const own = Object.entries(attributes).filter(([key]) => key === 'xmlns' || key.startsWith('xmlns:'));
  if (own.length === 0) return around;
  const scope = new Map(around);
  for (const [key, place] of own) {
    const prefix = key.slice(6);
    scope.set(prefix, USUAL.get(place) ?? (prefix in PLACES ? `other-${prefix}` : prefix));
  }
  return scope;
}
