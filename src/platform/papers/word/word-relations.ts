/** 关系: what a part refers to by an id: links, pictures, charts, and documents that are put in whole. */
import { openPart, type Parts, tagsIn } from './word-parts.ts';

interface Relation {
  readonly kind: string;
  /** The name of the part; of what lies elsewhere its address. */
  readonly target: string;
}

export function relationsOf(parts: Parts): ReadonlyMap<string, Relation> {
  return new Map(
    tagsIn(openPart(parts, 'word/_rels/document.xml.rels')).map(({ attribs }) => {
      const { Id = '', Type = '', Target = '', TargetMode } = attribs;
      const target = TargetMode === 'External' || Type.endsWith('/hyperlink') ? Target : nameOf(Target);
      return [
        Id,
        {
          kind:
            TargetMode === 'External' && !Type.endsWith('/hyperlink')
              ? 'elsewhere'
              : Type.slice(Type.lastIndexOf('/') + 1),
          target,
        },
      ];
    }),
  );
}

/** As the archive knows it, from the folder of the text. */
function nameOf(target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  return target.startsWith('../') ? target.slice(3) : `word/${target.replace(/^\.\//, '')}`;
}

/** Addresses by the id of the relation. */
export function linksOf(relations: ReadonlyMap<string, Relation>): ReadonlyMap<string, string> {
  return new Map(
    [...relations].flatMap(([id, { kind, target }]) => (kind === 'hyperlink' ? [[id, target] as const] : [])),
  );
}

/** Pictures that lie in the file, by the id of the relation; the same one has one address wherever it stands. */
export function mediaOf(
  parts: Parts,
  relations: ReadonlyMap<string, Relation>,
): ReadonlyMap<string, { readonly address: string; readonly content: Buffer }> {
  return new Map(
    [...relations].flatMap(([id, { kind, target }]) => {
      const content = kind === 'image' ? parts.get(target) : undefined;
      return content ? [[id, { address: `word:${encodeURIComponent(target)}`, content }] as const] : [];
    }),
  );
}
