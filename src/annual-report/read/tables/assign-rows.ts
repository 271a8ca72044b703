/**
 * 行的归位: which set of figures belongs to which row of the form. Labels beside the figures decide; where a layout tears labels and
 * figures apart, the order of the form does, but only while there are exactly as many sets as rows.
 */
import { FORMATS } from '../../form.ts';
import { wordsOnly } from './fold.ts';
import { labelsIn, likenessTo } from './labels.ts';
import { balances } from './settle.ts';
import type { Reading } from './slot.ts';
import type { Event, Group } from './table3-groups.ts';

/** Every row code in the order of print; `3.6` stands where its three rows would. */
const ORDER: readonly string[] = [...new Set([...FORMATS.flatMap(({ rows }) => rows.map(({ code }) => code))])].sort(
  (a, b) => rank(a) - rank(b),
);

function rank(code: string): number {
  const [first = 0, second = 0, third = 0] = code.split('.').map(Number);
  return first * 10_000 + second * 100 + third;
}

/** The rows of （六）. */
export const SUBROWS = ['3.6.1', '3.6.2', '3.6.3'];

export interface Assigned {
  readonly rows: ReadonlyMap<string, Reading>;
  /** Rows whose figures are in the source, but not which. */
  readonly lost: readonly string[];
}

export function assignRows(events: readonly Event[]): Assigned {
  const groups = events.flatMap((event) => ('group' in event ? [event.group] : []));
  const all = events.map((event) => ('group' in event ? event.group.label : event.words)).join('');
  const named = new Set(labelsIn(all).map(({ code }) => code));
  const form = formOf(groups, named);
  return (
    placeByLabel(groups, form) ??
    placeByCount(groups, form, named) ??
    placeAmongOthers(groups, form) ??
    withoutTwice(groups, placeBetween(groups, form))
  );
}

/** A table printed twice with other figures: which of the two holds is not for the reader to say. */
function withoutTwice(groups: readonly Group[], { rows, lost }: Assigned): Assigned {
  const said = new Map<string, Set<string>>();
  for (const { code, beside, reading } of groups)
    if (code !== null && beside) said.set(code, (said.get(code) ?? new Set()).add(JSON.stringify(reading)));
  const twice = [...rows.keys()].filter((code) => (said.get(code)?.size ?? 0) > 1);
  return {
    rows: new Map([...rows].filter(([code]) => !twice.includes(code))),
    lost: [...lost, ...twice],
  };
}

/** The label of the last of them in its own words, where the others are left out. */
const THIRD = /3[.、．]\s*其他\s*$/;

/** The rows this report's table has: (六) as one row or as three. */
function formOf(groups: readonly Group[], named: ReadonlySet<string>): string[] {
  const sub =
    SUBROWS.slice(0, 2).some((code) => named.has(code)) ||
    groups.some(({ code, label }) => SUBROWS.slice(0, 2).includes(code ?? '') || THIRD.test(label));
  return ORDER.filter((code) => (sub ? code !== '3.6' : !SUBROWS.includes(code)));
}

/** Every set has a label of its own; where a layout may have torn them apart, the labels must follow the form. */
function placeByLabel(groups: readonly Group[], form: readonly string[]): Assigned | null {
  const rows = new Map<string, Reading>();
  const all = groups.every(({ beside }) => beside);
  let last = -1;
  for (const { code, label, reading } of groups) {
    if (code === null || !form.includes(code) || labelsIn(label).filter(({ code }) => form.includes(code)).length > 1)
      return null;
    const at = form.indexOf(code);
    if (rows.has(code) || (at <= last && !all)) return null;
    last = at;
    rows.set(code, reading);
  }
  return rows.size === 0 ? null : { rows, lost: [] };
}

/** As many sets as rows: the order of the form decides, unless a label on the line of its figures says otherwise. */
function placeByCount(groups: readonly Group[], form: readonly string[], named: ReadonlySet<string>): Assigned | null {
  const present = form.filter((code) => named.has(code) || code === '3.6.3' || code === '3.7');
  for (const codes of [form, present]) {
    if (codes.length !== groups.length) continue;
    const against = groups.filter(({ code, label }, i) => code !== null && isAlone(label) && code !== codes[i]);
    const rows = new Map(groups.map(({ reading }, i) => [codes[i]!, reading]));
    if (against.length === 0) return { rows, lost: [] };
    if (against.every(({ beside }) => !beside) && balances(rows)) return { rows, lost: [] };
  }
  return null;
}

function isAlone(label: string): boolean {
  return labelsIn(label).length === 1;
}

/**
 * Rows of a report's own (其中：网上申请) stand among those of the form, in a flow where figures follow their label: every row of the form is there once,
 * in its order, and nothing else is like it.
 */
function placeAmongOthers(groups: readonly Group[], form: readonly string[]): Assigned | null {
  const isOne = (label: string) => labelsIn(label).filter(({ code }) => form.includes(code)).length <= 1;
  const own = groups.filter(({ code, label }) => code !== null && isOne(label));
  const others = groups.filter((group) => !own.includes(group));
  if (own.map(({ code }) => code).join() !== form.join()) return null;
  if (others.some(({ code, label }) => code !== null || wordsOnly(label) === '')) return null;
  return { rows: new Map(own.map(({ code, reading }) => [code!, reading])), lost: [] };
}

/**
 * Sure labels hold; between two of them the order of the form decides where the counts agree, else the rows are lost. A label that
 * only stands before its figures in the flow is sure when the counts agree on both sides of it.
 */
function placeBetween(groups: readonly Group[], form: readonly string[]): Assigned {
  const anchors = sureAnchors(groups, form);
  const rows = new Map<string, Reading>();
  const lost: string[] = [];
  const broken: string[] = [];
  let stray = false;
  for (let i = 1; i < anchors.length; i++) {
    const [before, after] = [anchors[i - 1]!, anchors[i]!];
    const between = groups.slice(before.group + 1, after.group);
    const codes = form.slice(before.code + 1, after.code);
    if (between.length === codes.length && between.every(({ label }, i) => mayBe(label, codes[i]!)))
      between.forEach(({ reading }, at) => void rows.set(codes[at]!, reading));
    else if (between.length > 0) {
      lost.push(...codes);
      // Figures without any label may be the rest of those above, which a page breaks in two.
      if (between.some(({ label }) => label === '') && before.code >= 0) broken.push(form[before.code]!);
      stray ||= codes.length === 0;
    }
    if (after.code < form.length) rows.set(form[after.code]!, groups[after.group]!.reading);
  }
  // Figures that no label claims may be those of any row without figures.
  if (stray) lost.push(...form.filter((code) => !rows.has(code) && !lost.includes(code)));
  for (const code of broken) rows.delete(code);
  return { rows, lost: [...lost, ...broken] };
}

/** Below it two labels share no more than a word of every label: 政府. */
const SLIGHT = 0.2;

/** A label that is there and has nothing of the row's own is another row's: 其中：县政府办. */
function mayBe(label: string, code: string): boolean {
  return wordsOnly(label).length < 4 || labelsIn(label).length > 0 || likenessTo(label, code) >= SLIGHT;
}

interface Anchor {
  readonly group: number;
  readonly code: number;
}

function sureAnchors(groups: readonly Group[], form: readonly string[]): Anchor[] {
  let anchors = [{ group: -1, code: -1 }, ...anchorsOf(groups, form), { group: groups.length, code: form.length }];
  for (;;) {
    const unsure = anchors.findIndex(
      (anchor, i) =>
        groups[anchor.group]?.beside === false && !(agree(anchors[i - 1]!, anchor) && agree(anchor, anchors[i + 1]!)),
    );
    if (unsure === -1) return anchors;
    anchors = anchors.filter((_, i) => i !== unsure);
  }
}

function agree(before: Anchor, after: Anchor): boolean {
  return after.group - before.group === after.code - before.code;
}

function anchorsOf(groups: readonly Group[], form: readonly string[]): Anchor[] {
  const anchors: Anchor[] = [];
  groups.forEach(({ code, label }, group) => {
    const at = code === null ? -1 : form.indexOf(code);
    if (at > (anchors.at(-1)?.code ?? -1) && isAlone(label)) anchors.push({ group, code: at });
  });
  return anchors;
}
