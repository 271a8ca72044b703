import { describe, expect, it } from 'vitest';
import {
  act,
  HEAD,
  LETTER_DESK,
  lastNumber,
  nthOfMonth,
  received,
  SIGNATORY,
  signed,
  tryAct,
} from '../../../test/support/request-play.ts';
import { canonical, sm3 } from '../../ledger/entry.ts';
import { AGENCY_KINDS, type AgencyKindName } from '../../people/agency.ts';
import type { Paper } from '../../statute/paper.ts';
import type { ActedFile, Applicant, RequestFile } from '../info-request.ts';
import { OUTCOME_NAMES } from '../outcomes.ts';
import { drawnUp } from './draw-up.ts';
import { FIELDS } from './fields.ts';
import { LETTER_KIND_NAMES, letterKind } from './kinds.ts';
import type { LetterOffice } from './letter.ts';
import { remedyParagraph } from './remedy-paragraph.ts';
import { checkWording, ERASED, fieldsIn, merged } from './wording.ts';

const issued = (file: RequestFile) => (file as ActedFile).issued;
const textOf = (paper: Paper) =>
  [
    paper.title,
    paper.letterhead?.number ?? '',
    ...paper.blocks.map((block) => ('text' in block ? block.text : JSON.stringify(block))),
  ].join('\n');
const letterOf = (file: RequestFile, kind: string) =>
  textOf(issued(file).find((letter) => letter.kind === kind)!.paper);
const file = received('2026-03-02');
const WHY = { why: '检索范围较大。' };

describe('letters', () => {
  it('LET-1 registration issues a receipt with the day received and the day by which the answer is due', () => {
    expect(letterOf(file, 'receipt')).toMatch(
      /2026年3月2日.*登记号为示政公开申〔2026〕1号[\s\S]*2026年3月30日（?周一|2026年3月30日 周一/,
    );
    expect(letterOf(file, 'receipt')).toContain('查询号2026000001');
  });

  it('LET-2 a notice of correction says what, until when, and what follows (第三十条)', () => {
    const asked = act(file, '2026-03-04', 'askCorrection', { what: '写明文件的年份', workdays: 10 });
    expect(letterOf(asked, 'correction')).toMatch(
      /公开补〔2026〕1号[\s\S]*写明文件的年份[\s\S]*10个工作日内补正.*视为放弃申请/,
    );
  });

  it.each([
    ['写明文件的年份', '写明文件的年份。'],
    ['写明文件的年份。', '写明文件的年份。'],
    ['写明“哪一年？”', '写明“哪一年？”'],
    ['1. 年份；\n2. 文种、', '1. 年份；\n2. 文种。'],
    ['如下（见附件）', '如下（见附件）。'],
    ['', ''],
  ])('LET-2 closes what was written as a sentence: %j', (what, says) => {
    const sentences = ['理由'];
    expect(merged('一、{{理由}}\n二', { 理由: what }, sentences)).toBe(`一、${says}\n二`);
    // Where the wording closes or goes on, nothing is doubled.
    expect(merged('{{理由}}。', { 理由: '年份。' }, sentences)).toBe('年份。');
    expect(merged('因{{理由}}，故', { 理由: '年份' }, sentences)).toBe('因年份，故');
  });

  it('LET-2 a notice of correction, and one of a fee, end what the officer wrote as a sentence', () => {
    const asked = act(file, '2026-03-04', 'askCorrection', { what: '请写明年度', workdays: 10 });
    expect(letterOf(asked, 'correction')).toContain('\n请写明年度。\n请自收到');
    const fee = { tariff: 'items', why: '一个月十余件' } as const;
    const told = act(file, '2026-03-04', 'noticeFee', fee, { counted: nthOfMonth(11) });
    expect(letterOf(told, 'fee')).toContain('明显超过合理范围：一个月十余件。\n根据');
  });

  it('LET-2 an extension names the head’s consent, the days and the new day (第三十三条第二款)', () => {
    const extended = act(
      file,
      '2026-03-10',
      'extend',
      { consentedOn: '2026-03-10' as never, workdays: 20, ...WHY },
      { as: HEAD },
    );
    expect(letterOf(extended, 'extension')).toMatch(
      /因检索范围较大，不能.*负责人同意，延长答复期限20个工作日，延长后最迟于2026年4月28日/,
    );
  });

  it.each([
    ['consultThirdParty', /15个工作日内[\s\S]*由本机关依照.*决定是否公开/],
    ['consultCoProducer', /15个工作日内[\s\S]*视为同意公开/],
    ['consultAgency', /不视为同意公开/],
  ] as const)(
    'LET-2 %s: its silence means what the law says, and the applicant is told that the time is not counted',
    (verb, says) => {
      const asked = act(file, '2026-03-09', verb, { name: '某公司', about: '合同价格' });
      expect(letterOf(asked, verb)).toMatch(says);
      expect(letterOf(asked, verb)).toContain('某公司：');
      expect(letterOf(asked, verb)).not.toMatch(/\ue000|张小满/);
      expect(letterOf(asked, 'consultationNotice')).toMatch(/不计算在答复期限内/);
      expect(letterOf(asked, 'consultationNotice')).not.toContain('某公司');
    },
  );

  it('LET-2 a fee notice says why, by which tariff, how much and how to pay (国办函〔2020〕109号)', () => {
    const noticed = act(file, '2026-03-10', 'noticeFee', { tariff: 'pages', pages: 150, why: '一个月内申请40件' });
    expect(letterOf(noticed, 'fee')).toMatch(
      /一个月内申请40件[\s\S]*收费标准：按量计收，150页；收费数额：1700元[\s\S]*20个工作日内缴纳.*视为放弃/,
    );
    expect(letterOf(noticed, 'fee')).toMatch(
      /对收费有异议的.*缴费期限照常计算.*单独就收费决定申请行政复议的不予受理，单独提起行政诉讼的不予立案.*不再处理的行为.*行政复议或者提起行政诉讼/,
    );
    expect(letterOf(noticed, 'fee')).toContain(
      '计算如下：\n第1—30页：不收费。\n第31—100页：70页×10元=700元。\n第101—150页：50页×20元=1000元。\n合计1700元。',
    );
  });

  it('FEE-9 a notice by count lists the applications before it, the parts and each price', () => {
    const noticed = act(
      file,
      '2026-03-10',
      'noticeFee',
      { tariff: 'items', split: '甲路\n乙路', why: '一月三十余件' },
      { counted: nthOfMonth(30) },
    );
    expect(letterOf(noticed, 'fee')).toMatch(
      /按件计收，拆分为2件，本自然月第30—31件；收费数额：300元。计算如下：\n本自然月此前的申请：示政公开申〔2025〕1号、[\s\S]*29号。\n拆分清单：1.甲路；2.乙路。\n第30件：1件×100元=100元。\n第31件：1件×200元=200元。\n合计300元。/,
    );
  });

  it('LET-2 a reply names facts, the article in full, the conclusion and the remedy; it bears the number of the signature', () => {
    const refusal = {
      outcome: 'stateSecret',
      grounds: { classification: '机密，20年，县政府定密〔2020〕1号' },
      text: '不予公开。',
    };
    const letter = letterOf(signed(file, '2026-03-20', refusal), 'refused');
    expect(letter).toMatch(/政府信息不予公开答复书\n示政公开答〔2026〕1号/);
    expect(letter).toMatch(
      /机密，20年[\s\S]*根据《中华人民共和国政府信息公开条例》第十四条[\s\S]*先向示范市人民政府申请行政复议/,
    );
  });

  it.each(OUTCOME_NAMES.filter((name) => !['uncorrected', 'feeUnpaid', 'withdrawn', 'ended'].includes(name)))(
    'LET-1 %s: signing issues exactly one letter',
    (outcome) => {
      const facts = [
        ...file.facts,
        {
          n: 2,
          type: 'drafted',
          on: file.request.arrivedOn,
          outcome,
          grounds: {},
          text: '正文',
          recordedAt: '',
          by: 'a',
        },
        { n: 3, type: 'signed', on: file.request.arrivedOn, replyNumber: '1号', recordedAt: '', by: 'b' },
      ] as RequestFile['facts'];
      expect(LETTER_KIND_NAMES.filter((kind) => letterKind(kind).issuedBy(facts.at(-1)!, facts))).toHaveLength(1);
    },
  );

  it('LET-2 service by hand makes a record of service, by post it does not', () => {
    const ready = signed(file, '2026-03-20');
    const byHand = act(ready, '2026-03-20', 'serve', { method: 'direct', receiver: 'self', evidence: '回证1' });
    expect(letterOf(byHand, 'serviceRecord')).toMatch(
      /送达的文书：.*示政公开答〔2026〕1号[\s\S]*直接送达[\s\S]*2026年3月20日/,
    );
    expect(
      issued(
        act(ready, '2026-03-20', 'serve', {
          method: 'post',
          carrier: 'ems',
          tracking: '1234567890123',
          evidence: 'EMS',
        }),
      ),
    ).toEqual([]);
  });

  it('LET-2 every wording of ours has what its kind must say, and asks for known fields only', () => {
    for (const kind of LETTER_KIND_NAMES) {
      const { wording, must } = letterKind(kind);
      expect(checkWording(wording, { known: FIELDS, must }), kind).toBeUndefined();
    }
  });

  it('LET-7 the fact keeps number and hash of what it has issued, which the ledger hashes with it', () => {
    const [letter] = issued(file);
    expect(file.facts.at(-1)!.letters).toEqual([
      { kind: 'receipt', number: null, hash: sm3(canonical(letter!.paper)) },
    ]);
    expect(lastNumber(file)).toBe(1);
  });
});

describe('names', () => {
  const applicant: Applicant = {
    name: '张小满',
    identity: '',
    phone: '138',
    email: '',
    address: '民主路1号',
    representative: '',
  };
  it('LET-8 stand in no letter that is kept, and are filled in when it is drawn up', () => {
    const { paper } = issued(file)[0]!;
    expect(JSON.stringify(paper)).not.toContain('张小满');
    expect(textOf(drawnUp(paper, applicant))).toContain('张小满：');
    expect(textOf(drawnUp(paper, undefined))).toContain(`${ERASED}：`);
  });

  it('LET-6 what people typed asks for no field and fills no mark', () => {
    const hostile = '{{申请人}}\ue000申请人\ue001{{救济途径}}';
    const asked = act(file, '2026-03-04', 'askCorrection', { what: hostile, workdays: 10 });
    const { paper } = issued(asked).find(({ kind }) => kind === 'correction')!;
    expect(textOf(drawnUp(paper, applicant))).toContain('{{申请人}}申请人{{救济途径}}');
  });
});

describe('wording', () => {
  it('LET-6 an unknown field and a missing one are refused by name', () => {
    expect(checkWording('{{没有}}', { known: FIELDS, must: [] })).toMatchObject({
      code: 'LET-6',
      says: expect.stringContaining('没有这样的栏目：没有'),
    });
    expect(checkWording('请补正', { known: FIELDS, must: ['补正期限'] })).toMatchObject({
      says: expect.stringContaining('{{补正期限}}'),
    });
    expect(fieldsIn('{{ 理由 }}{{#if}}')).toEqual(['理由', '#if']);
    expect(merged('{{理由}}', { 理由: '{{结论}}' })).toBe('{{结论}}');
  });
});

describe('remedies', () => {
  const officeOf = (kind: AgencyKindName, more: Partial<LetterOffice> = {}): LetterOffice => ({
    ...LETTER_DESK.office,
    kind,
    particulars: {},
    ...more,
  });

  it('LET-3 LET-4 the golden table: outcome × kind of agency', async () => {
    const lines = (Object.keys(AGENCY_KINDS) as AgencyKindName[]).flatMap((kind) => {
      const told = new Map<string, string[]>();
      for (const outcome of OUTCOME_NAMES) {
        const says = remedyParagraph([{ outcome }], officeOf(kind), false) || '（不需要告知）';
        told.set(says, [...(told.get(says) ?? []), outcome]);
      }
      return [
        `【${AGENCY_KINDS[kind].term}】`,
        ...[...told].map(([says, names]) => `  ${names.join(' ')}\n    ${says}`),
        '',
      ];
    });
    await expect(lines.join('\n')).toMatchFileSnapshot('./remedies.golden.txt');
  });

  it('LET-4 a reply of several items says which of them must go to reconsideration first', () => {
    const says = remedyParagraph(
      [{ outcome: 'granted' }, { outcome: 'enforcementFile' }],
      officeOf('department'),
      false,
    );
    expect(says).toMatch(
      /^如不服本答复第（二）项中不予公开的内容，应当.*先向示范县人民政府申请行政复议.*；对其余内容不服的，可以/,
    );
  });

  it('LET-5 over the internet the channel for reconsideration goes with it', () => {
    const office = officeOf('county', { particulars: { onlineReview: 'https://fuyi.example.gov.cn' } });
    expect(remedyParagraph([{ outcome: 'granted' }], office, true)).toContain('https://fuyi.example.gov.cn');
    expect(remedyParagraph([{ outcome: 'granted' }], office, false)).not.toContain('https');
  });

  it('LET-5 what is served online without that channel is refused (《行政复议法》第二十二条第二款)', () => {
    const ready = signed(file, '2026-03-20');
    expect(
      tryAct(ready, '2026-03-20', 'serve', { method: 'electronic', arrival: 'trackPage', evidence: '发送记录' }),
    ).toMatchObject({
      code: 'LET-5',
    });
    expect(SIGNATORY.kind).toBe('officer');
  });
});
