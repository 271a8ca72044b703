/** 看不见的字 [PUB-42]: hidden by a switch, by a style, or by a look that nobody can read: as dark as what lies behind it, or of no size. */
import { below, type Element, isOn, type Style } from './word-parts.ts';

/** Half points: what is smaller is no writing. */
const NO_SIZE = 4;
const HIGHLIGHTS: Readonly<Record<string, string>> = {
  ...{ black: '000000', white: 'FFFFFF', red: 'FF0000', blue: '0000FF', darkBlue: '000080', yellow: 'FFFF00' },
  ...{ green: '00FF00', darkGray: '808080', lightGray: 'C0C0C0', darkRed: '800000' },
};
const COLOUR = /^[0-9a-f]{6}$/i;

/** What a run says of itself holds; else it is hidden where its own style or that of its paragraph hides. */
export function isHiddenRun(run: Element, styles: ReadonlyMap<string, Style>, around: boolean): boolean {
  const look = below(run, 'w:rPr');
  if (isUnreadable(run, look)) return true;
  const vanish = below(look, 'w:vanish');
  if (vanish) return isOn(vanish);
  return around || (styles.get(below(look, 'w:rStyle')?.attribs['w:val'] ?? '')?.hidden ?? false);
}

function isUnreadable(run: Element, look: Element | undefined): boolean {
  if (!look) return false;
  const size = Number(below(look, 'w:sz')?.attribs['w:val'] ?? Number.POSITIVE_INFINITY);
  if (size > 0 && size < NO_SIZE) return true;
  const named = below(look, 'w:color')?.attribs['w:val'] ?? '';
  const ink = COLOUR.test(named) ? named.toUpperCase() : undefined;
  const marked = HIGHLIGHTS[below(look, 'w:highlight')?.attribs['w:val'] ?? ''];
  // A black marker is drawn over letters of no colour of their own; on a black shade Word writes them in white.
  if (marked !== undefined) return (ink ?? '000000') === marked;
  const shade = below(look, 'w:shd')?.attribs['w:fill'] ?? '';
  if (COLOUR.test(shade)) return ink === shade.toUpperCase();
  return ink === 'FFFFFF' && isOnPaper(run);
}

/** Whether nothing around the run may be darker than paper. */
function isOnPaper(run: Element): boolean {
  for (let at = run.parent; at; at = at.parent)
    if ('attribs' in at && (at.name === 'w:tbl' || at.name === 'w:txbxContent' || below(at, 'w:pPr', 'w:shd')))
      return false;
  return true;
}
