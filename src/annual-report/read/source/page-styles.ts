/**
 * 页面的样式: what the page's own style sheets and attributes say of one element, as far as it decides whether a person sees its words. Selectors of one part
 * (`.a`, `td.a`, `#a`) are followed; where only a longer one hides or colours an element, that is told as a doubt.
 */
export interface Declared {
  /** `name:value` by name, small letters, without blanks; the element's own style after that of the sheets. */
  readonly values: ReadonlyMap<string, string>;
  /** A longer selector, or one for some screens only, may hide it. */
  readonly doubtful: boolean;
}

export interface PageStyles {
  of(name: string, attributes: Readonly<Record<string, string>>): Declared;
  /** Whether all that styles the page stands in it. */
  readonly whole: boolean;
}

/** What a rule is looked up by, and the tag it is for where it names one. */
interface Rule {
  readonly tag: string;
  readonly text: string;
  readonly sure: boolean;
}

const MAX_STYLES = 400_000;
const NOTHING: Declared = { values: new Map(), doubtful: false };
/** A class named as notes are, whose rules stand elsewhere. */
const NOTE_CLASS = /(?:^|[\s_-])(?:sup|sub|super|superscript|subscript|note|footnote|fn|noteref)(?:[\s_-]|\d|$)/i;
const MAYBE_NOTE: Declared = { values: new Map(), doubtful: true };
const HIDES =
  /display:none|visibility:hidden|font-size:0(?:px|pt|em)?(?:;|!|$)|opacity:0(?:;|!|$)|(?:^|;)color:(?:#fff|white|transparent)|text-indent:-/;
/** Declarations that matter here; the others are not kept. */
const MATTERS =
  /content|display|visibility|color|background|font|vertical-align|opacity|text-decoration|position|left|top|text-indent/;

export function pageStyles(html: string): PageStyles {
  const sheets = [...html.matchAll(/<style\b[^>]*>([\s\S]*?)<\/style/gi)].map(([, css]) => css!);
  const rules = rulesOf(sheets.join('\n').slice(0, MAX_STYLES).toLowerCase());
  const whole = !/<link\b[^>]*stylesheet|@import/i.test(html);
  return {
    whole,
    of(name, attributes) {
      const { style, class: classes, id, bgcolor, color, size } = attributes;
      const keys = [
        name,
        ...(classes
          ? classes
              .toLowerCase()
              .split(/\s+/)
              .map((one) => `.${one}`)
          : []),
      ];
      if (id) keys.push(`#${id.toLowerCase()}`);
      const found = rules.size === 0 ? [] : keys.flatMap((key) => rules.get(key) ?? []);
      const fitting = found.filter(({ tag }) => tag === '' || tag === name);
      if (fitting.length === 0 && !whole && NOTE_CLASS.test(classes ?? '')) return MAYBE_NOTE;
      if (fitting.length === 0 && !style && !bgcolor && !color && !size) return NOTHING;
      const sure = fitting.filter((rule) => rule.sure).map(({ text }) => text);
      const own = [bgcolor && `background:${bgcolor}`, name === 'font' && color && `color:${color}`, style];
      return {
        values: declarations([...sure, ...own.filter(Boolean)].join(';')),
        doubtful: fitting.some((rule) => !rule.sure && HIDES.test(rule.text.replace(/\s/g, ''))),
      };
    },
  };
}

function rulesOf(css: string): ReadonlyMap<string, readonly Rule[]> {
  const rules = new Map<string, Rule[]>();
  const bare = css.replace(/\/\*[\s\S]*?\*\/|<!--|-->/g, ' ');
  let [depth, forSome] = [0, false];
  for (const [, head = '', body, mark] of bare.matchAll(/([^{};]*)(?:\{([^{}]*)\}|([{};]))/g)) {
    if (mark === '{') {
      depth += 1;
      forSome ||= !/^\s*@media\s+(?:all|screen)\s*$/.test(head);
    } else if (mark === '}') {
      depth = Math.max(0, depth - 1);
      forSome &&= depth > 0;
    } else if (body !== undefined && MATTERS.test(body)) {
      for (const selector of head.split(',')) keepRule(rules, selector.trim(), body, !forSome);
    }
  }
  return rules;
}

/** More rules for one class or tag are no page of a person. */
const MOST_ALIKE = 200;
/** Of some elements only (`:nth-child`, `[title]`), or while somebody points at them. */
const SOME = /:(?!:|hover|focus|active|visited)[\w-]+(?:\([^()]*\))?|\[[^\]]*\]/g;
/** What stands before or after an element by its style is seen with its words: a digit there may be one of the figure. */
const BESIDE = /:{1,2}(?:before|after)$/;
const PRINTS_DIGIT = /content\s*:[^;]*(?:\d|counter)/;

function keepRule(rules: Map<string, Rule[]>, selector: string, css: string, sure: boolean): void {
  const beside = BESIDE.test(selector);
  if (beside && !PRINTS_DIGIT.test(css)) return;
  const text = beside ? 'display:none' : css;
  const last = selector
    .split(/[\s>+~]+/)
    .at(-1)!
    .replace(BESIDE, '')
    .replace(SOME, '');
  const [, tag = '', mark = ''] = /^([a-z][a-z0-9]*|\*)?((?:[.#][\w\u0080-\uffff-]+)*)$/.exec(last) ?? [];
  const marks = mark.match(/[.#][^.#]+/g) ?? [];
  const key = marks.at(-1) ?? tag;
  if (key === '' || key === '*') return;
  const whole = last === selector && marks.length <= 1;
  const rule = { tag: marks.length > 0 && tag !== '*' ? tag : '', text, sure: sure && whole };
  const alike = rules.get(key);
  if (!alike) rules.set(key, [rule]);
  else if (alike.length < MOST_ALIKE) alike.push(rule);
}

function declarations(css: string): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  for (const one of css.toLowerCase().split(';')) {
    const colon = one.indexOf(':');
    if (colon > 0)
      values.set(
        one.slice(0, colon).trim(),
        one
          .slice(colon + 1)
          .replace('!important', '')
          .trim(),
      );
  }
  return values;
}
