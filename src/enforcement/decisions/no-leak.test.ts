import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inventedLicences, LICENCE_CODES } from '../../../test/support/invented-decisions.ts';
import { sceneOn } from '../../../test/support/scene.ts';
import { SYSTEM } from '../../people/actor.ts';
import { isIdentityNumber } from '../../review/number-forms.ts';
import { civil } from '../../statute/civil-date.ts';
import { builtInCalendar } from '../../statute/work-calendar.ts';
import { creditCodeFrom } from './credit-code.ts';
import { decideDecisions } from './decide.ts';
import { DECISION_FIELDS, type DecisionKindName, KEY_FIELDS, SUBJECT_KINDS, type SubjectKind } from './fields.ts';
import { publicWords, shownDecision } from './public-view.ts';
import { readDecisions } from './read-decisions.ts';
import type { RegisteredDecision } from './registered-decision.ts';

const TODAY = civil('2025-01-10');

/** How people write what they were asked not to write. */
const WAYS: Readonly<Record<string, (text: string) => string>> = {
  plain: (text) => text,
  'full width': (text) => text.replace(/[!-~]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0)),
  spaced: (text) => [...text].join(' '),
  'spaced widely': (text) => [...text].join('\u3000'),
  hyphenated: (text) => text.replace(/(.{4})(?=.)/gu, '$1-'),
  dashed: (text) => text.replace(/(.{3})(?=.)/gu, '$1\u2014'),
  'zero width': (text) => [...text].join('\u200b'),
  joined: (text) => [...text].join('\u2060'),
  'right to left': (text) => `\u202e${[...text].join('\u200f')}\u202c`,
  soft: (text) => [...text].join('\u00ad'),
};
const way = fc.constantFrom(...Object.keys(WAYS));

const figures = (length: number) =>
  fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: length, maxLength: length });
const identity = fc
  .tuple(
    fc.constantFrom('110101', '150924', '320102', '440106', '650102'),
    fc.integer({ min: 1940, max: 2012 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 28 }),
    figures(3),
  )
  .map(([place, year, month, day, serial]) => {
    const first = `${place}${year}${String(month).padStart(2, '0')}${String(day).padStart(2, '0')}${serial}`;
    return [...'0123456789X'].map((digit) => first + digit).find(isIdentityNumber)!;
  });
const old = identity.map((number) => number.slice(0, 6) + number.slice(8, 17));
const phone = fc
  .tuple(fc.constantFrom('13', '15', '18', '19'), figures(9))
  .map((parts) => parts.join(''))
  .filter((one) => !one.startsWith('150924'));
const passport = fc
  .tuple(fc.constantFrom('E', 'G', 'EA'), figures(8))
  .map(([first, rest]) => (first + rest).slice(0, 9));
const name = fc
  .tuple(
    fc.constantFrom(...'赵钱孙李周吴欧'),
    fc.string({ unit: fc.constantFrom(...'琪瑶岚峻霖婧翀'), minLength: 1, maxLength: 3 }),
  )
  .map((parts) => parts.join(''));
const kind = fc.constantFrom<DecisionKindName>('licensing', 'punishment');

/** What no search by eye would find: letters and figures alone. */
const bare = (text: string) =>
  text
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toUpperCase();

interface Written {
  readonly kind: DecisionKindName;
  readonly subjectKind: SubjectKind;
  readonly person: string;
  readonly subject: string;
  /** Stands in every column of words. */
  readonly words: string;
}

function decisionOf({ kind, subjectKind, person, subject, words }: Written): RegisteredDecision {
  const keys = KEY_FIELDS[kind];
  const shown = Object.fromEntries(
    DECISION_FIELDS[kind]
      .filter(({ shown, kind: of }) => shown && (of === 'text' || of === 'number'))
      .map(({ code }) => [code, `查明${words}的情况`]),
  );
  return {
    ...{ id: 'a', agencyId: 'market', kind, subject, subjectKind, decidedOn: civil('2024-06-03') },
    number: `示字〔2024〕${words}号`,
    shown: { ...shown, [keys.subject]: subject, [keys.standsFor]: person },
    ...{ state: 'published', shownUntil: null, importedBy: 'a', importedAt: new Date(0) },
    ...{ publishedBy: 'b', publishedAt: new Date(0), correction: null, withdrawn: null },
  };
}

/** Every letter that leaves: the page, what is listed, what is searched, and the page of one taken back. */
function leaves(one: RegisteredDecision, words: string): string[] {
  const back = {
    ...one,
    state: 'withdrawn',
    withdrawn: { revokedOn: TODAY, why: `因${words}`, at: new Date(0) },
  } as const;
  return [one, back].flatMap((each) => {
    const view = shownDecision(each, TODAY)!;
    return [
      view.subject,
      view.number,
      view.withdrawn?.why ?? '',
      publicWords(each),
      ...view.fields.map(({ value }) => value),
    ];
  });
}

describe('ENF-17…18 nothing of a person leaves, whatever the column and however it is written', () => {
  it('numbers', () =>
    fc.assert(
      fc.property(
        kind,
        fc.constantFrom(...SUBJECT_KINDS),
        fc.oneof(identity, old, phone),
        way,
        (of, subjectKind, number, how) => {
          const words = WAYS[how]!(number);
          const one = decisionOf({ kind: of, subjectKind, person: '', subject: `示范县${words}店`, words });
          for (const text of leaves(one, words)) expect(bare(text)).not.toContain(number);
        },
      ),
      { numRuns: 300 },
    ));

  it('numbers of passports', () =>
    fc.assert(
      fc.property(kind, fc.constantFrom(...SUBJECT_KINDS), passport, way, (of, subjectKind, number, how) => {
        const words = `护照号码：${WAYS[how]!(number)}`;
        const one = decisionOf({ kind: of, subjectKind, person: '', subject: '示范县某店', words });
        for (const text of leaves(one, words)) expect(bare(text)).not.toContain(number);
      }),
    ));

  it.each([
    ['zhangxiaoman@qq.com', 'zhangxiaoman'],
    ['ｚｈａｎｇ＠１６３．ｃｏｍ', 'ｚｈａｎｇ'],
    ['家住示例县青石镇柳湾村', '柳湾村'],
    ['王某，男，住青石镇柳湾村三组十五号', '十五号'],
    ['电话：15092412345', '15092412345'],
  ])('%s, whoever it is about', (words, secret) => {
    for (const of of ['licensing', 'punishment'] as const)
      for (const subjectKind of SUBJECT_KINDS) {
        const one = decisionOf({ kind: of, subjectKind, person: '', subject: '示范县某店', words });
        const office = {
          ...one,
          shown: { ...one.shown, XK_XKJGDM: '111509240000000000', CF_CFJGDM: '111509240000000000' },
        };
        for (const text of leaves(office, words)) expect(text).not.toContain(secret);
      }
  });

  it('the house of a person or a household in a village; a firm is told with its address', () => {
    const told = (subjectKind: SubjectKind) =>
      leaves(
        decisionOf({ kind: 'punishment', subjectKind, person: '', subject: '示范县某店', words: '柳湾村3组15号' }),
        '',
      ).some((text) => text.includes('3组15号'));
    expect(SUBJECT_KINDS.map((one) => [one, told(one)])).toEqual([
      ['法人及非法人组织', true],
      ['自然人', false],
      ['个体工商户', false],
    ]);
  });

  it('names of persons, of who stands for a firm, and of households', () =>
    fc.assert(
      fc.property(kind, fc.constantFrom(...SUBJECT_KINDS), name, way, way, (of, subjectKind, person, how, asNamed) => {
        const written = WAYS[how]!(person);
        const subject = subjectKind === '法人及非法人组织' ? '示范商贸有限公司' : WAYS[asNamed]!(person);
        const one = decisionOf({ kind: of, subjectKind, person: WAYS[asNamed]!(person), subject, words: written });
        for (const text of leaves(one, written)) expect(bare(text)).not.toContain(person);
      }),
      { numRuns: 300 },
    ));

  const columns = DECISION_FIELDS.licensing.filter(
    ({ shown, kind: of }) => shown && ['text', 'number', 'subject'].includes(of),
  );
  it('a sheet with a number of a person is refused by line and column', () =>
    fc.assert(
      fc.property(
        fc.constantFrom(...columns),
        fc.oneof(identity, phone, passport),
        way,
        ({ code, term, longest }, figuresOf, how) => {
          const written = (/^[A-Z]/.test(figuresOf) ? '护照' : '') + WAYS[how]!(figuresOf);
          const { rows } = inventedLicences(2);
          const texts = LICENCE_CODES.map((one, i) => (one === code ? written : rows[2]!.texts[i]!));
          const { issues } = readDecisions([{ rows: [rows[0]!, rows[1]!, { at: 3, texts }] }], 'licensing', TODAY);
          expect(issues).toMatchObject([{ where: `第 3 行“${term}”` }]);
          // What is too long for its column is refused for that.
          if (written.length <= longest) expect(issues).toMatchObject([{ code: 'ENF-17' }]);
        },
      ),
      { numRuns: 200 },
    ));

  it('a reason that is told has neither numbers nor names', () =>
    fc.assert(
      fc.property(name, fc.oneof(identity, phone, passport), way, (person, number, how) => {
        const one = decisionOf({
          ...{ kind: 'punishment', subjectKind: '自然人' },
          person,
          subject: person,
          words: '',
        });
        for (const leak of [person, number]) {
          const why = `因护照${WAYS[how]!(leak)}申请复议`;
          const command = { verb: 'withdrawDecision', id: 'a', revokedOn: civil('2025-01-08'), why } as const;
          const loaded = { agencyId: 'market', found: [one], planned: null };
          const scene = sceneOn('2025-01-10', SYSTEM as never, builtInCalendar);
          expect(decideDecisions(loaded, command, scene)).toMatchObject({ code: 'ENF-17' });
        }
      }),
    ));
});

describe('ENF-18 no more is covered than must be', () => {
  const person: Omit<Written, 'subject'> = {
    kind: 'punishment',
    subjectKind: '自然人',
    person: '',
    words: '王某某营王家村',
  };
  const factsOf = (one: RegisteredDecision) =>
    shownDecision(one, TODAY)!.fields.find(({ term }) => term === '违法事实')!.value;

  it('a name of one letter is told as the family name it is, and leaves other words alone', () => {
    const one = decisionOf({ ...person, subject: '王' });
    expect(shownDecision(one, TODAY)!.subject).toBe('王*');
    expect(factsOf(one)).toContain('王家村');
  });

  it('a firm keeps its registered name, though its owner is in it; a household does not', () => {
    const firm = { ...person, person: '赵琪', subject: '赵琪瑶商贸有限公司', words: '赵琪瑶商贸有限公司和赵琪' };
    expect(factsOf(decisionOf({ ...firm, subjectKind: '法人及非法人组织' }))).toContain('赵琪瑶商贸有限公司和赵*');
    const shop = decisionOf({ ...firm, subjectKind: '个体工商户', subject: '示范县赵琪小吃店' });
    expect(shownDecision(shop, TODAY)!.subject).toBe('示范县赵*小吃店');
  });

  it('a firm and a household are found by the credit code the page shows; a person is not', () => {
    const code = creditCodeFrom('9133000012345678');
    const found = (subjectKind: SubjectKind) => {
      const one = decisionOf({ ...person, subjectKind, person: '赵琪', subject: '示范县赵琪小吃店' });
      return publicWords({ ...one, shown: { ...one.shown, CF_XDR_SHXYM: code } }).includes(code);
    };
    expect(SUBJECT_KINDS.map((kind) => [kind, found(kind)])).toEqual([
      ['法人及非法人组织', true],
      ['自然人', false],
      ['个体工商户', true],
    ]);
  });

  it.each([
    ['赵琪、钱瑶等二人', '赵*、钱*'],
    ['乌兰·其其格', '乌****'],
    ['孙 岚', '孙*'],
    ['ＬＩ Ｍｉｎｇ', 'L*****'.slice(0, 6)],
  ])('%s is told as %s', (subject, told) =>
    expect(shownDecision(decisionOf({ ...person, subject }), TODAY)!.subject).toBe(told),
  );

  it.each([
    '蒙政办发〔2024〕12号',
    '1509242024030500012',
    '罚款 18600.00 元、5000.00 元',
    '2024-03-05 至 2024-06-05',
    '15092400012',
    '0471-6912345',
  ])('%s is no number of a person', (words) => {
    const { rows } = inventedLicences(1);
    const texts = LICENCE_CODES.map((one, i) => (one === 'XK_XKBH' ? words : rows[1]!.texts[i]!));
    expect(readDecisions([{ rows: [rows[0]!, { at: 2, texts }] }], 'licensing', TODAY).issues).toEqual([]);
  });

  it('somebody without a column of his own is covered behind what he is called', () =>
    expect(factsOf(decisionOf({ ...person, subject: '赵琪', words: '当事人：孙岚峻，驾驶员 李婧。' }))).toContain(
      '当事人：孙**，驾驶员 李*。',
    ));
});
