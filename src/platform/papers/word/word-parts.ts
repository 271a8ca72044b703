/** The parts of a DOCX that its text refers to: links, styles and notes. */
import { parseDocument } from 'htmlparser2';
import { isSwitchedOn, plainName, type RunStyles, runStyles } from './run-look.ts';
import { runReader } from './run-reader.ts';

type ChildNode = ReturnType<typeof parseDocument>['children'][number];
export type Element = Extract<ChildNode, { readonly attribs: unknown }>;
type Parts = ReadonlyMap<string, Buffer>;

function isTag(node: ChildNode): node is Element {
  return 'attribs' in node;
}

/** The root of a part. */
export function openPart(parts: Parts, name: string): Element | undefined {
  const xml = parts.get(name)?.toString('utf8');
  return xml === undefined ? undefined : parseDocument(xml, { xmlMode: true }).children.find(isTag);
}

export function tagsIn(node: { readonly children: readonly ChildNode[] } | undefined, name?: string): Element[] {
  const tags = (node?.children ?? []).filter(isTag);
  return name === undefined ? tags : tags.filter((tag) => tag.name === name);
}

/** The element below by a path of names. */
export function below(node: Element | undefined, ...path: readonly string[]): Element | undefined {
  return path.reduce<Element | undefined>((at, name) => tagsIn(at, name)[0], node);
}

/** Wrappers without a meaning of their own. */
export const THROUGH: ReadonlySet<string> = new Set([
  ...['w:sdt', 'w:sdtContent', 'w:smartTag', 'w:fldSimple', 'w:customXml', 'mc:AlternateContent', 'mc:Choice'],
]);

/** The elements of that name below, also those in wrappers: rows and cells stand in content controls, too. */
export function throughTo(node: Element, name: string): Element[] {
  return tagsIn(node).flatMap((tag) =>
    tag.name === name ? [tag] : THROUGH.has(tag.name) || tag.name === 'w:ins' ? throughTo(tag, name) : [],
  );
}

export function isOn(tag: Element | undefined): boolean {
  return tag !== undefined && isSwitchedOn(tag.attribs);
}

/** Addresses by the id of the relation. */
export function linksOf(parts: Parts): ReadonlyMap<string, string> {
  const relations = tagsIn(openPart(parts, 'word/_rels/document.xml.rels'));
  return new Map(
    relations
      .filter(({ attribs }) => attribs.Type?.endsWith('/hyperlink'))
      .map(({ attribs }) => [attribs.Id ?? '', attribs.Target ?? '']),
  );
}

/** Pictures that lie in the file, by the id of the relation; the same one has one address wherever it stands. */
export function mediaOf(parts: Parts): ReadonlyMap<string, { readonly address: string; readonly content: Buffer }> {
  const relations = tagsIn(openPart(parts, 'word/_rels/document.xml.rels'));
  return new Map(
    relations.flatMap(({ attribs }) => {
      const target = attribs.Target ?? '';
      if (!attribs.Type?.endsWith('/image') || attribs.TargetMode === 'External') return [];
      const name = target.startsWith('/') ? target.slice(1) : `word/${target}`;
      const content = parts.get(name);
      return content ? [[attribs.Id ?? '', { address: `word:${encodeURIComponent(name)}`, content }] as const] : [];
    }),
  );
}

export interface Style {
  /** 1 is the highest; absent for running text. */
  readonly heading?: number;
  readonly numbering?: Element;
  /** `w:jc` of its paragraphs. */
  readonly align?: string;
  /** Of every paragraph that names none. */
  readonly isDefault: boolean;
}

export function stylesOf(parts: Parts): ReadonlyMap<string, Style> {
  const sheet = openPart(parts, 'word/styles.xml');
  const styles = tagsIn(sheet, 'w:style');
  const byId = new Map(styles.map((style) => [style.attribs['w:styleId'] ?? '', style]));
  return new Map(
    styles.map((style) => {
      const name = below(style, 'w:name')?.attribs['w:val'] ?? '';
      const level = /^(?:heading|标题)\s*([1-9])$/i.exec(name)?.[1];
      const outline = below(style, 'w:pPr', 'w:outlineLvl')?.attribs['w:val'];
      const heading = level ? Number(level) : outline !== undefined && Number(outline) < 9 ? Number(outline) + 1 : 0;
      const numbering = below(style, 'w:pPr', 'w:numPr');
      return [
        style.attribs['w:styleId'] ?? '',
        {
          isDefault: style.attribs['w:type'] === 'paragraph' && style.attribs['w:default'] === '1',
          ...(heading > 0 ? { heading } : {}),
          ...(numbering ? { numbering } : {}),
          ...alignOf(style, byId),
        },
      ];
    }),
  );
}

/** What the nearest in the line of styles says; undefined where none says anything. */
function nearest(style: Element, byId: ReadonlyMap<string, Element>, ...path: readonly string[]): Element | undefined {
  const seen = new Set<Element>();
  for (let at: Element | undefined = style; at && !seen.has(at); ) {
    seen.add(at);
    const says = below(at, ...path);
    if (says) return says;
    at = byId.get(below(at, 'w:basedOn')?.attribs['w:val'] ?? '');
  }
  return undefined;
}

function alignOf(style: Element, byId: ReadonlyMap<string, Element>): { readonly align?: string } {
  const align = nearest(style, byId, 'w:pPr', 'w:jc')?.attribs['w:val'];
  return align === undefined ? {} : { align };
}

/** The style of a paragraph: the one it names, else the document's own. */
export function styleOfParagraph(paragraph: Element, styles: ReadonlyMap<string, Style>): Style | undefined {
  const named = below(paragraph, 'w:pPr', 'w:pStyle')?.attribs['w:val'];
  return (
    (named === undefined ? undefined : styles.get(named)) ?? [...styles.values()].find(({ isDefault }) => isDefault)
  );
}

/** Footnotes and endnotes, by kind and id. */
export function notesOf(parts: Parts): ReadonlyMap<string, Element> {
  return new Map(
    (['footnote', 'endnote'] as const).flatMap((kind) =>
      tagsIn(openPart(parts, `word/${kind}s.xml`), `w:${kind}`).map(
        (note) => [`${kind} ${note.attribs['w:id']}`, note] as const,
      ),
    ),
  );
}

/** Runs of a part whose words nobody sees. */
export function unseenRuns(root: Element | undefined, styles: RunStyles): ReadonlySet<Element> {
  const unseen = new Set<Element>();
  const reader = runReader(styles);
  const follow = (tag: Element) => {
    reader.open(tag.name, tag.attribs);
    for (const child of tagsIn(tag)) follow(child);
    if (plainName(tag.name) === 'r' && reader.unseen()) unseen.add(tag);
    reader.close();
  };
  if (root) follow(root);
  return unseen;
}

export function looksOf(parts: Parts): RunStyles {
  return runStyles(parts.get('word/styles.xml')?.toString('utf8') ?? '');
}
