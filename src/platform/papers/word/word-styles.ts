/** 样式: what the styles of a document say of its paragraphs, and which of its runs nobody sees. */
import { plainName, type RunLook, type RunStyles, runStyles } from './run-look.ts';
import { runReader } from './run-reader.ts';
import { below, type Element, openPart, type Parts, tagsIn } from './word-parts.ts';
import { isOfSigns } from './word-symbols.ts';

export interface Style {
  /** 1 is the highest; absent for running text. */
  readonly heading?: number;
  readonly numbering?: Element;
  /** 目录: a line of a table of contents. */
  readonly inContents: boolean;
  /** `w:tabs` of its paragraphs. */
  readonly tabs?: Element;
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
      const level =
        /^(?:heading|标题)\s*([1-9])$/i.exec(name)?.[1] ?? (/^(?:title|标题)$/i.test(name) ? '1' : undefined);
      const outline = nearest(style, byId, 'w:pPr', 'w:outlineLvl')?.attribs['w:val'];
      const heading = level ? Number(level) : outline !== undefined && Number(outline) < 9 ? Number(outline) + 1 : 0;
      const numbering = nearest(style, byId, 'w:pPr', 'w:numPr');
      const tabs = nearest(style, byId, 'w:pPr', 'w:tabs');
      return [
        style.attribs['w:styleId'] ?? '',
        {
          isDefault: style.attribs['w:type'] === 'paragraph' && style.attribs['w:default'] === '1',
          ...(heading > 0 ? { heading } : {}),
          inContents: /^(?:toc|目录|WPSOffice手动目录)\s*[1-9]$/i.test(name),
          ...(numbering ? { numbering } : {}),
          ...(tabs ? { tabs } : {}),
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

/** The document's own, looked for once: a long one asks for each of its paragraphs. */
const own = new WeakMap<ReadonlyMap<string, Style>, Style | null>();

function ownStyle(styles: ReadonlyMap<string, Style>): Style | undefined {
  if (!own.has(styles)) own.set(styles, [...styles.values()].find(({ isDefault }) => isDefault) ?? null);
  return own.get(styles) ?? undefined;
}

/** The style of a paragraph: the one it names, else the document's own. */
export function styleOfParagraph(paragraph: Element, styles: ReadonlyMap<string, Style>): Style | undefined {
  const named = below(paragraph, 'w:pPr', 'w:pStyle')?.attribs['w:val'];
  return (named === undefined ? undefined : styles.get(named)) ?? ownStyle(styles);
}

interface RunsSeen {
  /** Runs whose words nobody sees. */
  readonly unseen: ReadonlySet<Element>;
  /** How the others are set, by the styles they are given as well; of those that are set as any nothing stands here. */
  readonly looks: ReadonlyMap<Element, RunLook>;
}

export function runsSeen(roots: readonly Element[], styles: RunStyles): RunsSeen {
  const unseen = new Set<Element>();
  const looks = new Map<Element, RunLook>();
  const reader = runReader(styles);
  const follow = (tag: Element) => {
    reader.open(tag.name, tag.attribs);
    for (const child of tagsIn(tag)) follow(child);
    if (plainName(tag.name) === 'r') {
      const look = reader.look();
      if (reader.unseen()) unseen.add(tag);
      else if (isSetApart(look)) looks.set(tag, look);
    }
    reader.close();
  };
  for (const root of roots) follow(root);
  return { unseen, looks };
}

function isSetApart({ bold, italic, underline, strike, dstrike, caps, height, font = '' }: RunLook): boolean {
  return Boolean(bold || italic || underline || strike || dstrike || caps || height) || isOfSigns(font);
}

export function looksOf(parts: Parts): RunStyles {
  return runStyles(parts.get('word/styles.xml')?.toString('utf8') ?? '');
}
