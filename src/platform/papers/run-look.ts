/** Word 的一段字怎样显示: what the properties of a run, or of the styles it is given, say of how it is seen: not at all, raised, pale, in what size. */

export interface RunLook {
  /** What hides it or strikes it out, each until it says otherwise of itself; seen where there is none. */
  readonly unseenBy: readonly string[];
  /** As the number of a note stands, above or below the line. */
  readonly raised: boolean;
  /** Half points; undefined where the document's own size holds. */
  readonly size?: number;
  /** Six hexadecimal digits. */
  readonly ink?: string;
  readonly ground?: string;
}

export const PLAIN_RUN: RunLook = { unseenBy: [], raised: false };

const UNSEEN = new Set(['w:strike', 'w:dstrike', 'w:vanish']);
const COLOUR = /^[0-9a-f]{6}$/i;

/** @returns the look with one more property of the run; the same where it says nothing of it */
export function withProperty(look: RunLook, name: string, attributes: Readonly<Record<string, string>>): RunLook {
  const value = attributes['w:val'] ?? '';
  if (UNSEEN.has(name)) {
    const others = look.unseenBy.filter((one) => one !== name);
    return { ...look, unseenBy: isOn(attributes['w:val']) ? [...others, name] : others };
  }
  if (name === 'w:vertAlign') return { ...look, raised: value === 'superscript' || value === 'subscript' };
  if (name === 'w:position' && Number(value) !== 0) return { ...look, raised: true };
  if (name === 'w:sz' && Number(value) > 0) return { ...look, size: Number(value) };
  if (name === 'w:color' && COLOUR.test(value)) return { ...look, ink: value };
  if (name === 'w:shd')
    return COLOUR.test(attributes['w:fill'] ?? '') ? { ...look, ground: attributes['w:fill']! } : look;
  return look;
}

/** A run of one style in a paragraph of another: what the second says nothing of, stands. */
export function styledIn(look: RunLook, style: RunLook | undefined): RunLook {
  if (!style) return look;
  return {
    ...look,
    ...style,
    unseenBy: [...look.unseenBy, ...style.unseenBy],
    raised: look.raised || style.raised,
  };
}

/** Looks of the document's styles by their id; what a style takes over from another is not followed. */
export function styleLooks(styles: string): ReadonlyMap<string, RunLook> {
  const looks = new Map<string, RunLook>();
  for (const [, id, body] of styles.matchAll(
    /<w:style\b[^>]*\bw:styleId="([^"]{1,100})"[^>]*>([\s\S]*?)<\/w:style>/g,
  )) {
    const run = /<w:rPr>([\s\S]*?)<\/w:rPr>/.exec(body!)?.[1];
    if (run === undefined) continue;
    let look = PLAIN_RUN;
    for (const [, name, rest] of run.matchAll(/<(w:\w+)\b([^>]*)>/g))
      look = withProperty(
        look,
        name!,
        Object.fromEntries([...rest!.matchAll(/(w:\w+)="([^"]*)"/g)].map(([, a, b]) => [a, b])),
      );
    looks.set(id!, look);
  }
  return looks;
}

/** As HTML that looks so. */
export function dressed(html: string, { raised, size, ink, ground }: RunLook): string {
  const style = [
    size === undefined ? '' : `font-size:${size / 2}pt`,
    ink === undefined ? '' : `color:#${ink}`,
    ground === undefined ? '' : `background:#${ground}`,
  ].filter(Boolean);
  const words = style.length === 0 ? html : `<span style="${style.join(';')}">${html}</span>`;
  return raised ? `<sup>${words}</sup>` : words;
}

function isOn(value: string | undefined): boolean {
  return value !== '0' && value !== 'false' && value !== 'off';
}
