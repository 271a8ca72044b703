import { describe, expect, it } from 'vitest';
import { act, lastNumber, nthOfMonth, received, tryAct } from '../../../test/support/request-play.ts';
import { civil } from '../../statute/civil-date.ts';
import { isRefusal } from '../../statute/refusal.ts';
import type { ActedFile, RequestFile } from '../info-request.ts';
import { type JointNotice, jointNotice, jointPlaces, jointSteps, jointYuan } from './joint-notice.ts';
import type { PlaceInMonth } from './place-in-month.ts';

/** 本人是当月第 n 件，此后还有 m 件. */
const month = (n: number, m: number): PlaceInMonth => ({
  ...nthOfMonth(n),
  after: Array.from({ length: m }, (_, i) => ({
    ...{ id: `later-${i + 1}`, number: `示政公开申〔2025〕${n + i + 1}号`, receivedOn: civil('2025-09-08'), units: 1 },
  })),
});
const OWN = { id: 'own', number: '示政公开申〔2025〕11号', receivedOn: civil('2025-09-08') };
const told = (counted: PlaceInMonth | null, along: readonly string[]) => {
  const joint = jointNotice(OWN, counted, along);
  if (isRefusal(joint)) throw new Error(joint.says);
  return joint;
};
const says = (joint: JointNotice) => jointSteps(joint).map((step) => step.says);

describe('合并告知', () => {
  it('FEE-16 rulebook 04 §7 row 6: the 11th to the 35th on one notice make 3000 yuan, each at its own price', () => {
    const joint = told(
      month(11, 24),
      Array.from({ length: 24 }, (_, i) => `later-${i + 1}`),
    );
    expect(jointYuan(joint)).toBe(3000);
    expect(joint.files.map(({ yuan }) => yuan)).toEqual([...Array(20).fill(100), ...Array(5).fill(200)]);
    expect(joint.others).toHaveLength(10);
    expect(jointPlaces(joint)).toBe('第11—35件');
    expect(says(joint)).toEqual([
      '第 11—30 件：20 件 × 100 元 = 2000 元',
      '第 31—35 件：5 件 × 200 元 = 1000 元',
      '合计 3000 元',
    ]);
  });

  it('FEE-16 with gaps between them every stretch is reckoned by itself; what lies between is named as not on it', () => {
    const joint = told(month(11, 5), ['later-2', 'later-3', 'later-5']);
    expect(jointPlaces(joint)).toBe('第11件、第13—14件、第16件');
    expect(says(joint)).toEqual([
      '第 11 件：1 件 × 100 元 = 100 元',
      '第 13—14 件：2 件 × 100 元 = 200 元',
      '第 16 件：1 件 × 100 元 = 100 元',
      '合计 400 元',
    ]);
    expect(joint.others.slice(-2)).toEqual(['示政公开申〔2025〕12号', '示政公开申〔2025〕15号']);
  });

  it('FEE-16 one that was split for its fee moves the places after it', () => {
    const counted = month(11, 2);
    const split = { ...counted, before: counted.before.map((one, i) => (i === 0 ? { ...one, units: 3 } : one)) };
    expect(told(split, ['later-1']).files.map(({ place }) => place)).toEqual([13, 14]);
  });

  it('FEE-16 one of another name under the same number is counted, and neither joined nor listed', () => {
    const counted = month(11, 3);
    const named = counted.after.map((one, i) => (i === 1 ? { ...one, otherName: '王**' } : one));
    const mixed = { ...counted, after: named };
    expect(jointNotice(OWN, mixed, ['later-1', 'later-2'])).toMatchObject({
      code: 'FEE-16',
      says: '示政公开申〔2025〕13号（王**）：证件号码相同，姓名（名称）不同，请核对是不是同一人。不能列入同一份通知书，请另行办理。',
    });
    const joint = told(mixed, ['later-3']);
    expect(joint).toMatchObject({ unnamed: 1, files: [{ place: 11 }, { place: 14 }] });
    expect(joint.others).toHaveLength(11);
    expect(joint.others).not.toContain('示政公开申〔2025〕13号');
  });

  it.each([
    ['of another month or person', month(11, 1), ['somebody-else']],
    ['free by its place', month(11, 1), ['earlier-10']],
    ['of an applicant who was erased', null, ['later-1']],
  ] as const)('FEE-16 none %s', (_, counted, along) =>
    expect(jointNotice(OWN, counted, along)).toMatchObject({ code: 'FEE-16' }),
  );
});

describe('the file', () => {
  const file = received('2025-09-08');
  const joint = (places: readonly number[], number = file.request.number): JointNotice => ({
    files: places.map((place) => ({
      ...{ number: place === 12 ? number : `别的${place}号`, receivedOn: civil('2025-09-08'), place, yuan: 100 },
    })),
    others: ['一号'],
  });
  const notice = (more: object, counted = nthOfMonth(12)) =>
    tryAct(file, '2025-09-22', 'noticeFee', { tariff: 'items', why: '一月十余件', ...more } as never, { counted });

  it('FEE-16 keeps its own sum beside the list; a count that has moved since is refused', () => {
    const done = notice({ joint: joint([11, 12, 13]) }) as ActedFile;
    expect(done.facts.at(-1)).toMatchObject({
      type: 'feeNoticed',
      quantity: 12,
      yuan: 100,
      joint: joint([11, 12, 13]),
    });
    expect(done.issued.map(({ kind }) => kind)).toEqual(['jointFee']);
    expect(notice({ joint: joint([11, 12, 13]) }, nthOfMonth(11))).toMatchObject({ code: 'STALE' });
    expect(notice({ joint: joint([11, 13]) })).toMatchObject({ code: 'STALE' });
    for (const more of [{ tariff: 'pages', pages: 100 }, { split: '甲\n乙' }, { place: 13, deviation: '另有一件' }])
      expect(notice({ ...more, joint: joint([12, 13]) })).toMatchObject({ code: 'FEE-16' });
  });

  it('FEE-17 its paper is the same whichever file it lies in, and no wording of an agency leaves the list out', () => {
    const paperIn = (one: RequestFile, counted: PlaceInMonth, list: JointNotice) => {
      const done = tryAct(
        one,
        '2025-09-22',
        'noticeFee',
        { tariff: 'items', why: '一月十余件', joint: list } as never,
        { counted },
      );
      return (done as ActedFile).issued[0]!.paper;
    };
    const other = { ...file, request: { ...file.request, id: 'other', number: '别的13号', wanted: '另一件' } };
    const list = joint([12, 13]);
    const paper = paperIn(file, nthOfMonth(12), list);
    expect(paperIn(other, nthOfMonth(13), list)).toEqual(paper);
    expect(paper.blocks.find(({ kind }) => kind === 'table')).toMatchObject({
      rows: [
        expect.anything(),
        [{ text: '1' }, { text: file.request.number }, { text: '2025-09-08' }, { text: '12' }, { text: '100' }],
        [{ text: '2' }, { text: '别的13号' }, { text: '2025-09-08' }, { text: '13' }, { text: '100' }],
        [{ text: '合计', colspan: 4 }, { text: '200' }],
      ],
    });
    const words = paper.blocks.flatMap((block) => ('text' in block ? [block.text] : [])).join('\n');
    expect(words).toMatch(
      /在2025年9月向本机关[\s\S]*对其中2件申请收取信息处理费，一并告知。收费标准：按件计收，本自然月第12—13件；收费数额：合计200元。计算如下：\n本自然月不在本通知书内的申请：一号。\n第12—13件：2件×100元=200元。\n合计200元。[\s\S]*指明的各件视为完成缴费/,
    );
  });

  it('FEE-18 the clock of each is replayed on its own from the day that was paid for it', () => {
    const noticed = notice({ joint: joint([11, 12]) }) as ActedFile;
    const reached = act(noticed, '2025-09-26', 'recordReceived', { paper: lastNumber(noticed) });
    const sibling = { ...reached, request: { ...reached.request, number: '别的11号' } };
    const pay = (more: object) =>
      tryAct(reached, '2025-10-13', 'recordPayment', { yuan: 100, receipt: '财1', ...more }, { jointly: [sibling] });
    expect(pay({})).toMatchObject({ code: 'FEE-18', says: expect.stringContaining('别的11号') });
    expect(pay({ named: '来电指明第12件' })).toMatchObject({ request: { state: 'inProcess' } });
    const both = [
      { number: '别的11号', yuan: 100 },
      { number: file.request.number, yuan: 100 },
    ];
    expect(pay({ payingFor: both })).toMatchObject({ code: 'REQ-19' });
    const done = pay({ payingFor: both, yuan: 200 }) as RequestFile;
    expect(done.facts.at(-1)).toMatchObject({
      type: 'paid',
      yuan: 100,
      joint: { yuan: 200, numbers: ['别的11号', file.request.number] },
    });
    expect(done.facts.at(-1)).not.toHaveProperty('joint.named');
  });
});
