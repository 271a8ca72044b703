import { expect, it } from 'vitest';
import { HANDLER, HEAD, SIGNATORY } from '../../../test/support/request-play.ts';
import { ADAPTABLE_NAMES, adaptable } from './adaptable.ts';
import { letterKind } from './kinds.ts';
import { decideLetterSetting, type EnterParticulars, permitLetterSettings } from './settings.ts';

const ENTERED: EnterParticulars = {
  verb: 'enterParticulars',
  agencyId: 'county',
  mark: '示政',
  particulars: {
    reviewBody: '示范市人民政府',
    court: ' ',
    onlineReview: 'https://fuyi.example.gov.cn/apply',
    payment: '',
  },
};
const adopt = (kind: string, wording: string | null) =>
  decideLetterSetting({ verb: 'adoptWording', agencyId: 'county', kind, wording });

it('LET-10 what is left blank is left out, so that the law’s own words stand', () =>
  expect(decideLetterSetting(ENTERED)).toMatchObject({
    next: {
      mark: '示政',
      particulars: { reviewBody: '示范市人民政府', onlineReview: 'https://fuyi.example.gov.cn/apply' },
    },
  }));

it.each(['', '示', 'SZ', '示政！', '一二三四五六七八九'])('LET-10 %s is no mark', (mark) =>
  expect(decideLetterSetting({ ...ENTERED, mark })).toMatchObject({ code: 'LET-10' }),
);

it.each(['javascript:alert(1)', 'fuyi.gov.cn', 'https://a b', 'https://"x'])(
  'LET-10 %s is no channel',
  (onlineReview) =>
    expect(decideLetterSetting({ ...ENTERED, particulars: { ...ENTERED.particulars, onlineReview } })).toMatchObject({
      code: 'LET-10',
    }),
);

it('LET-11 our own wording may be adopted for every kind, and given up again', () => {
  expect(new Set(ADAPTABLE_NAMES).size).toBe(ADAPTABLE_NAMES.length);
  for (const kind of ADAPTABLE_NAMES) {
    expect(adopt(kind, adaptable(kind)!.wording)).toMatchObject({ next: { kind } });
    expect(adopt(kind, null)).toMatchObject({ next: { kind, wording: null } });
  }
});

it('LET-11 a wording that lacks what the law asks, asks for what there is not, or is of no kind is refused', () => {
  expect(adopt('correction', '请补正。')).toMatchObject({ code: 'LET-6' });
  expect(adopt('correction', `${letterKind('correction').wording}{{密码}}`)).toMatchObject({ code: 'LET-6' });
  expect(adopt('transfer', adaptable('transfer')!.wording.replace('{{申请人}}', ''))).toMatchObject({ code: 'LET-6' });
  expect(adopt('proofNotice', `${adaptable('proofNotice')!.wording}{{救济途径}}`)).toMatchObject({ code: 'LET-6' });
  expect(adopt('toString', 'x')).toMatchObject({ code: 'LET-6' });
  expect(adopt('correction', 'x'.repeat(9_000))).toMatchObject({ code: 'LET-6' });
});

it('LET-11 the head of the office of the agency, and nobody else', () => {
  expect(permitLetterSettings(HEAD, ENTERED)).toEqual({ allowed: true });
  for (const actor of [HANDLER, SIGNATORY]) expect(permitLetterSettings(actor, ENTERED).allowed).toBe(false);
  expect(permitLetterSettings(HEAD, { agencyId: 'town' }).allowed).toBe(false);
});
