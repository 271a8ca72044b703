/** 图片、图示、图表 [PUB-68, PUB-44]: what is drawn in a document: pictures come along, of a diagram its words, of a chart its figures. */
import { escapeText } from '../escape-text.ts';
import { addressCut, plainAddress } from './word-cuts.ts';
import { allBelow, below, type Element, openPart, type Parts, tagsIn, wordsOf } from './word-parts.ts';
import type { Reading } from './word-reading.ts';
import type { relationsOf } from './word-relations.ts';

/** The picture of a drawing, with the words Word keeps for who cannot see it; what is only drawn is not brought in. */
export function pictureOf(tag: Element, { traces, media, drawn }: Reading): string {
  const inside = outsideBoxes(tag);
  if (inside.some((each) => drawn.has(drawnBy(each)))) return '';
  const own = addressesIn(inside, media);
  const beside = own.every(isDrawn) ? addressesIn(besideIn(tag), media).filter((one) => !isDrawn(one)) : [];
  const addresses = beside.length > 0 ? beside : own;
  traces.taken += addresses.length;
  const written = inside.find(({ name }) => name === 'v:textpath')?.attribs.string?.trim();
  if (written) {
    traces.textBoxes += 1;
    return escapeText(written);
  }
  if (addresses.length === 0 && boxesBelow(tag).length === 0 && !inside.some(isRule)) traces.pictures += 1;
  const named = [...inside, ...besideIn(tag)].find(({ name }) => name === 'wp:docPr' || name === 'v:shape')?.attribs;
  const alt = escapeText((named?.descr ?? named?.alt ?? '').trim().slice(0, 500)).replaceAll('"', '&quot;');
  return addresses.map((address) => `<img src="${address}" alt="${alt}">`).join('');
}

function addressesIn(tags: readonly Element[], media: Reading['media']): string[] {
  return tags.flatMap((tag) => {
    const { name, attribs } = tag;
    const id = name === 'a:blip' ? attribs['r:embed'] : name === 'v:imagedata' ? attribs['r:id'] : undefined;
    const address = media.get(id ?? '');
    return address === undefined ? [] : [addressCut(address, tag)];
  });
}

/** What no picture of a page is made of. */
const isDrawn = (address: string) => /\.(?:[ew]m[fz]|svg)$/i.test(plainAddress(address));

/** What stands there for programs that do not know how to draw it. */
function besideIn({ parent }: Element): Element[] {
  const around =
    parent && 'attribs' in parent && parent.name === 'mc:Choice' ? (parent.parent as Element | null) : null;
  const fallback = around && below(around, 'mc:Fallback');
  return fallback ? tagsIn(fallback).flatMap(outsideBoxes) : [];
}

/** 横线: drawn across the page by Word itself. */
const isRule = ({ attribs }: Element) => attribs['o:hr'] === 't' || attribs['o:hr'] === 'true';

/** Whether a paragraph is no more than a line across the page. */
export function isRuled(paragraph: Element): boolean {
  const border = below(paragraph, 'w:pPr', 'w:pBdr');
  const sides = ['w:top', 'w:bottom'].map((side) => below(border, side)?.attribs['w:val'] ?? 'none');
  return sides.some((side) => side !== 'none' && side !== 'nil') || outsideBoxes(paragraph).some(isRule);
}

/** What stands in a box is read with the box. */
function outsideBoxes(tag: Element): Element[] {
  return [
    tag,
    ...tagsIn(tag).flatMap((child) =>
      child.name === 'mc:Fallback' || child.name === 'w:txbxContent' ? [] : outsideBoxes(child),
    ),
  ];
}

/** Of charts and diagrams in a paragraph, what is told in their stead. */
export function drawnIn(paragraph: Element, { drawn, traces, unseen }: Reading): string {
  return shownBelow(paragraph, unseen)
    .map((each) => {
      const html = drawn.get(drawnBy(each));
      if (html === undefined) return '';
      traces[html.startsWith('<ul>') ? 'diagrams' : 'charts'] += 1;
      return html;
    })
    .join('');
}

function shownBelow(tag: Element, unseen: ReadonlySet<Element>): Element[] {
  return tagsIn(tag).flatMap((child) =>
    ['mc:Fallback', 'w:del', 'w:moveFrom', 'w:txbxContent'].includes(child.name) || unseen.has(child)
      ? []
      : [child, ...shownBelow(child, unseen)],
  );
}

/** The relation of what a chart or diagram is drawn by. */
function drawnBy({ name, attribs }: Element): string {
  return (name === 'c:chart' ? attribs['r:id'] : name === 'dgm:relIds' ? attribs['r:dm'] : undefined) ?? 'none';
}

/** By the relation: a chart as a table of its figures, a diagram as a list of its words. */
export function drawnOf(parts: Parts, relations: ReturnType<typeof relationsOf>): ReadonlyMap<string, string> {
  return new Map(
    [...relations].flatMap(([id, { kind, target }]) => {
      const root = kind === 'chart' || kind === 'diagramData' ? openPart(parts, target) : undefined;
      const html = root && (kind === 'chart' ? chartHtml(root) : diagramHtml(root));
      return html ? [[id, html] as const] : [];
    }),
  );
}

const MOST_POINTS = 200;
const MOST_SERIES = 20;

function chartHtml(root: Element): string | undefined {
  const inside = allBelow(root);
  const series = inside.filter(({ name }) => name === 'c:ser').slice(0, MOST_SERIES);
  const titled = below(
    inside.find(({ name }) => name === 'c:chart'),
    'c:title',
  );
  const title = titled ? textsBelow(titled, 'a:t').join('') : '';
  const columns = series.map((one) => ({
    name: textsBelow(below(one, 'c:tx'), 'c:v').join(''),
    names: pointsOf(below(one, 'c:cat') ?? below(one, 'c:xVal')),
    figures: pointsOf(below(one, 'c:val') ?? below(one, 'c:yVal')),
  }));
  const rows = [...new Set(columns.flatMap(({ names, figures }) => [...names.keys(), ...figures.keys()]))].sort(
    (a, b) => a - b,
  );
  if (rows.length === 0 || columns.every(({ figures }) => figures.size === 0)) return undefined;
  const nameOf = (row: number) => columns.map(({ names }) => names.get(row)).find((name) => name !== undefined) ?? '';
  const head = ['', ...columns.map(({ name }) => name)].map(
    (name) => `<th scope="col"><p>${escapeText(name)}</p></th>`,
  );
  const body = rows.slice(0, MOST_POINTS).map((row) => {
    const cells = columns.map(({ figures }) => `<td><p>${escapeText(figures.get(row) ?? '')}</p></td>`);
    return `<tr><th scope="row"><p>${escapeText(nameOf(row))}</p></th>${cells.join('')}</tr>`;
  });
  const above = title === '' ? '' : `<p data-align="center">${escapeText(title)}</p>`;
  return `${above}<table><tr>${head.join('')}</tr>${body.join('')}</table>`;
}

function pointsOf(tag: Element | undefined): ReadonlyMap<number, string> {
  const points = tag ? allBelow(tag).filter(({ name }) => name === 'c:pt') : [];
  return new Map(points.map((point) => [Number(point.attribs.idx), textsBelow(point, 'c:v').join('')]));
}

function textsBelow(tag: Element | undefined, name: string): string[] {
  return tag
    ? allBelow(tag)
        .filter((each) => each.name === name)
        .map(wordsOf)
    : [];
}

const DEEPEST = 8;

function diagramHtml(root: Element): string | undefined {
  const inside = allBelow(root);
  const words = new Map(
    inside
      .filter(({ name, attribs }) => name === 'dgm:pt' && ['node', 'asst', undefined].includes(attribs.type))
      .map((point) => [point.attribs.modelId ?? '', textsBelow(below(point, 'dgm:t'), 'a:t').join('').trim()]),
  );
  const links = inside
    .filter(({ name, attribs }) => name === 'dgm:cxn' && (attribs.type ?? 'parOf') === 'parOf')
    .map(({ attribs }) => ({ from: attribs.srcId, to: attribs.destId ?? '', order: Number(attribs.srcOrd ?? 0) }))
    .sort((a, b) => a.order - b.order);
  const listOf = (points: readonly string[], depth: number): string => {
    const lines = points.map((point) => {
      const below = depth < DEEPEST ? links.filter(({ from }) => from === point).map(({ to }) => to) : [];
      return [
        words.get(point) ?? '',
        listOf(
          below.filter((one) => words.has(one)),
          depth + 1,
        ),
      ].join('');
    });
    const said = lines.filter((line) => line !== '');
    return said.length === 0
      ? ''
      : `<ul>${said.map((line) => `<li>${line.startsWith('<') ? line : line}</li>`).join('')}</ul>`;
  };
  const below_ = new Set(links.filter(({ from }) => words.has(from ?? '')).map(({ to }) => to));
  const top = [...words.keys()].filter((point) => !below_.has(point));
  const order = new Map(links.map(({ to, order: place }) => [to, place]));
  const html = listOf(
    top.sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0)),
    0,
  );
  return html === '' ? undefined : html;
}

export function boxesBelow(tag: Element): Element[] {
  if (tag.name === 'w:txbxContent') return [tag];
  return tagsIn(tag).flatMap((child) => (child.name === 'mc:Fallback' ? [] : boxesBelow(child)));
}

export function textBoxesIn(paragraph: Element, { unseen }: Reading): Element[] {
  const isGone = (tag: Element) => ['w:del', 'w:moveFrom', 'mc:Fallback'].includes(tag.name);
  return tagsIn(paragraph).flatMap((tag) => (isGone(tag) || unseen.has(tag) ? [] : boxesBelow(tag)));
}
