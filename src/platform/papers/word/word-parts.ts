/** The parts of a DOCX as trees. */
import { parseDocument } from 'htmlparser2';
import { isSwitchedOn } from './run-look.ts';

type ChildNode = ReturnType<typeof parseDocument>['children'][number];
export type Element = Extract<ChildNode, { readonly attribs: unknown }>;
export type Parts = ReadonlyMap<string, Buffer>;

function isTag(node: ChildNode): node is Element {
  return 'attribs' in node;
}

/** The root of a part. */
export function openPart(parts: Parts, name: string): Element | undefined {
  const xml = parts.get(name)?.toString('utf8');
  const root = xml === undefined ? undefined : parseDocument(xml, { xmlMode: true }).children.find(isTag);
  if (root && xml!.includes('<mc:Choice')) takeOne(root);
  return root;
}

/** What Word has learned since 2010; for whoever does not know it a Fallback says the same. */
const KNOWN = /^(?:w\d\w*|wp\w*|c\d\w*|cx\d*|a\d\w*|asvg|adec|o|v|m)$/;

/** Of several ways to say the same one is read: the first that is known, else the one for those that know none. */
function takeOne(tag: Element): void {
  const choices = tagsIn(tag, 'mc:Choice');
  const known = choices.find(({ attribs }) =>
    (attribs.Requires ?? '').split(/\s+/).every((one) => one === '' || KNOWN.test(one)),
  );
  const fallback = known ? undefined : below(tag, 'mc:Fallback');
  const read = known ?? fallback ?? choices[0];
  if (read) {
    read.name = 'mc:Choice';
    tag.children = tag.children.filter((child) => child === read || !isTag(child) || child.name !== 'mc:Choice');
  }
  for (const child of tagsIn(tag)) takeOne(child);
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
  ...['w:sdt', 'w:sdtContent', 'w:smartTag', 'w:fldSimple', 'w:customXml', 'w:dir', 'w:bdo'],
  ...['mc:AlternateContent', 'mc:Choice'],
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

/** The element and all that stand in it, but for what stands a second time beside it. */
export function allBelow(tag: Element): Element[] {
  return [tag, ...tagsIn(tag).flatMap((child) => (child.name === 'mc:Fallback' ? [] : allBelow(child)))];
}

/** What stands between its tags. */
export function wordsOf({ children }: Element): string {
  return children.map((child) => ('data' in child ? child.data : '')).join('');
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
