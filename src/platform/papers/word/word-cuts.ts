/** 图片的裁剪 [PUB-108]: how a picture of Word is cut and turned, kept with its address until its dots are at hand. */
import type { PictureCut } from '../picture-cut.ts';
import { below, type Element } from './word-parts.ts';

const MARK = '!cut=';
const FULL = 100_000;

/** @param tag `a:blip` or `v:imagedata` */
export function addressCut(address: string, tag: Element): string {
  const cut = tag.name === 'v:imagedata' ? ofShape(tag) : ofDrawing(tag);
  return cut.some((one) => one !== 0) ? `${address}${MARK}${cut.join(',')}` : address;
}

export const plainAddress = (address: string) => address.split(MARK)[0]!;

export function cutIn(address: string): PictureCut | undefined {
  const [left, top, right, bottom, quarters, across, down] = address.split(MARK)[1]?.split(',').map(Number) ?? [];
  if (left === undefined) return undefined;
  return {
    ...{ left, top: top!, right: right!, bottom: bottom! },
    ...{ quarters: quarters!, across: across === 1, down: down === 1 },
  };
}

/** What lies outside of a picture is no part of it. */
const bounded = (share: number) => (Number.isFinite(share) ? Math.min(FULL, Math.max(0, Math.round(share))) : 0);

function ofDrawing({ parent }: Element): number[] {
  const fill = parent as Element | null;
  const cut = fill ? below(fill, 'a:srcRect')?.attribs : undefined;
  const around = fill?.parent as Element | null | undefined;
  const form = around ? below(around, 'pic:spPr', 'a:xfrm')?.attribs : undefined;
  const sides = [cut?.l, cut?.t, cut?.r, cut?.b].map((side) => bounded(Number(side?.replace('%', '000') ?? 0)));
  const isOn = (mark: string | undefined) => (/^(?:1|true|on)$/.test(mark ?? '') ? 1 : 0);
  return [...sides, quartersOf(Number(form?.rot ?? 0) / 60_000), isOn(form?.flipH), isOn(form?.flipV)];
}

function ofShape({ attribs, parent }: Element): number[] {
  const share = (said = '') =>
    bounded(said.endsWith('f') ? (Number.parseFloat(said) / 65_536) * FULL : Number(said) * FULL);
  const style = (parent as Element | null)?.attribs?.style ?? '';
  const turned = Number(/(?:^|;)\s*rotation\s*:\s*(-?[\d.]+)\s*(?:;|$)/.exec(style)?.[1] ?? 0);
  const { cropleft, croptop, cropright, cropbottom } = attribs;
  return [share(cropleft), share(croptop), share(cropright), share(cropbottom), quartersOf(turned), 0, 0];
}

/** The nearest: a page has no other place for what is turned. */
function quartersOf(degrees: number): number {
  return Number.isFinite(degrees) ? ((Math.round(degrees / 90) % 4) + 4) % 4 : 0;
}
