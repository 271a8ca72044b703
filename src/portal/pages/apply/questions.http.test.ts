import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { testDatabase } from '../../../../test/support/database.ts';
import { type ApplicationField, LONGEST } from '../../application-form.ts';
import { QUESTION_NAMES, QUESTIONS } from '../../application-questions.ts';
import { elementsOf, HOSTILE, hiddenField, textOf, type Visitor } from '../../portal.fixture.ts';
import { ANSWERS, type Applying, applying } from './applying.fixture.ts';

const { db } = await testDatabase();
let house: Applying;
let visitor: Visitor;
beforeAll(async () => {
  house = await applying(db);
});
beforeEach(() => {
  visitor = house.fresh();
});

describe('the questions', () => {
  it('are asked one a page, each keeping what was answered, and end in a review', async () => {
    let page = await visitor.get('/apply');
    const known: Record<string, string> = {};
    for (const [n, name] of QUESTION_NAMES.entries()) {
      expect(textOf(page.body)).toContain(`问题 ${n + 1}，共 8 个`);
      expect(hiddenField(page.body, 'at')).toBe(name);
      const asked: readonly string[] = QUESTIONS[name].fields;
      for (const [field, value] of Object.entries(known))
        if (value && !asked.includes(field)) expect([name, hiddenField(page.body, field)]).toEqual([name, value]);
      Object.assign(known, ANSWERS);
      page = await visitor.post('/apply', { ...known, at: name, do: 'next' });
    }
    const read = textOf(page.body);
    expect(page.statusCode).toBe(200);
    expect(read).toContain('核对申请内容');
    for (const value of [
      ANSWERS.wanted,
      '机关 county',
      '电子文件',
      '个人',
      '王小明',
      '居民身份证 110101199001011237',
      '13912345678',
    ])
      expect(read).toContain(value);
  });

  it('say beside each what happens next and by which day an answer is due', async () => {
    const { body } = await visitor.get('/apply');
    expect(textOf(body)).toContain('今天提交的，最迟 2024年3月29日 周五答复。');
  });

  it('REQ-2 name what is missing, at the field, and go no further', async () => {
    const page = await visitor.post('/apply', {
      ...ANSWERS,
      name: ' ',
      identityNumber: '',
      at: 'applicant',
      do: 'next',
    });
    expect(page.statusCode).toBe(422);
    expect(page.body).toContain('href="#name"');
    expect(page.body).toContain('aria-describedby="name-hint name-error"');
    expect(hiddenField(page.body, 'at')).toBe('applicant');
  });

  it('REQ-132 a number of an identity card that is none, and words for a telephone, are said at their fields', async () => {
    const ask = (wrong: object) => visitor.post('/apply', { ...ANSWERS, ...wrong, at: 'applicant', do: 'next' });
    const page = await ask({ identityNumber: '110101199001011234' });
    expect(page.statusCode).toBe(422);
    expect(page.body).toContain('href="#identityNumber"');
    const reached = await visitor.post('/apply', { ...ANSWERS, phone: 'abc', at: 'contact', do: 'next' });
    expect([reached.statusCode, reached.body.includes('href="#phone"')]).toEqual([422, true]);
    expect(textOf(page.body)).toContain('居民身份证号码有误。请对照证件检查。');
    expect((await ask({ identityKind: '护照', identityNumber: 'E123' })).statusCode).toBe(200);
  });

  it('REQ-2 an organisation is asked for its credit code and for somebody to talk to', async () => {
    const page = await visitor.post('/apply', { ...ANSWERS, kind: 'commercial', at: 'acting', do: 'next' });
    expect(textOf(page.body)).toContain('统一社会信用代码');
    expect(page.body).toContain('id="representative"');
    const natural = await visitor.post('/apply', { ...ANSWERS, at: 'acting', do: 'next' });
    expect(natural.body).not.toContain('id="representative"');
  });

  it('lead back, and from the review to any one of them and back again', async () => {
    const back = await visitor.post('/apply', { ...ANSWERS, at: 'kind', do: 'back' });
    expect(hiddenField(back.body, 'at')).toBe('form');
    const change = await visitor.post('/apply', { ...ANSWERS, at: 'review', do: 'change.form' });
    expect(hiddenField(change.body, 'at')).toBe('form');
    const changed = await visitor.post('/apply', {
      ...ANSWERS,
      formWanted: 'inspection',
      at: 'form',
      changing: '1',
      do: 'next',
    });
    expect(textOf(changed.body)).toContain('核对申请内容');
    expect(hiddenField(changed.body, 'formWanted')).toBe('inspection');
  });

  it('an answer that makes another insufficient leads to that one', async () => {
    const page = await visitor.post('/apply', {
      ...ANSWERS,
      formWanted: 'paperByPost',
      at: 'form',
      changing: '1',
      do: 'next',
    });
    expect(page.statusCode).toBe(422);
    expect(hiddenField(page.body, 'at')).toBe('contact');
    expect(textOf(page.body)).toContain('要求邮寄，但是没有填写通信地址。');
  });

  it('PRT-26 keep every letter: what is too long is said at its field, and a line break is one letter as in the browser', async () => {
    const lines = `第一行\r\n第二行\r\n${'长'.repeat(LONGEST.wanted - 8)}`;
    const longest = { ...ANSWERS, wanted: lines, name: '名'.repeat(LONGEST.name), email: `a@${'b'.repeat(194)}.cn` };
    const fits = await visitor.post('/apply', { ...longest, at: 'files', do: 'next' });
    expect(fits.statusCode).toBe(200);
    expect(hiddenField(fits.body, 'wanted')).toBe(lines.replaceAll('\r\n', '\n'));
    expect(hiddenField(fits.body, 'name')).toHaveLength(LONGEST.name);
    for (const [at, field] of [
      ['wanted', 'wanted'],
      ['applicant', 'name'],
      ['applicant', 'identityNumber'],
      ['contact', 'phone'],
      ['contact', 'address'],
    ] as const satisfies readonly (readonly [string, ApplicationField])[]) {
      const page = await visitor.post('/apply', {
        ...ANSWERS,
        [field]: '长'.repeat(LONGEST[field] + 1),
        at,
        do: 'next',
      });
      expect([field, page.statusCode, hiddenField(page.body, 'at')]).toEqual([field, 422, at]);
      expect(page.body).toContain(`id="${field}-error"`);
      expect(textOf(page.body)).toContain(`写了 ${LONGEST[field] + 1} 个字，最多 ${LONGEST[field]} 个字。`);
      expect(page.body).toContain('长'.repeat(LONGEST[field] + 1));
      expect(page.body).toContain(`maxlength="${LONGEST[field]}"`);
    }
    expect((await visitor.post('/apply', { ...ANSWERS, name: '名'.repeat(101), do: 'send' })).statusCode).toBe(422);
  });

  it('PRT-8 show what is published already before anything else is asked', async () => {
    const id = await house.play.show({ particulars: { title: '青石镇供水管网改造方案' } });
    const page = await visitor.post('/apply', {
      ...ANSWERS,
      wanted: '青石镇供水管网改造方案',
      at: 'wanted',
      do: 'next',
    });
    expect(textOf(page.body)).toContain('这些已经公开，是您要的吗？');
    expect(page.body).toContain(`href="/documents/${id}"`);
    const on = await visitor.post('/apply', { ...ANSWERS, at: 'matches', do: 'next' });
    expect(hiddenField(on.body, 'at')).toBe('agency');
  });

  it('carry every character as it was typed', async () => {
    const wanted = `${HOSTILE}&lt;甲&amp;乙`;
    const page = await visitor.post('/apply', { ...ANSWERS, wanted, at: 'agency', do: 'next' });
    expect(elementsOf(page.body).filter((tag) => /^<(script(?! src="" defer>)|img)|\son\w+=/.test(tag))).toEqual([]);
    const carried = hiddenField(page.body, 'wanted').replaceAll('&#34;', '"').replaceAll('&amp;', '&');
    expect(carried).toBe(wanted);
    const review = await visitor.post('/apply', { ...ANSWERS, wanted, at: 'files', do: 'next' });
    expect(elementsOf(review.body).filter((tag) => /^<(script(?! src="" defer>)|img)|\son\w+=/.test(tag))).toEqual([]);
  });
});

describe('while it is typed', () => {
  const ask = (visitor: Visitor, wanted: string) => visitor.post('/apply/matches', { wanted });

  it('PRT-25 published things alone are suggested, and an address that asks without end gets none', async () => {
    const visitor = house.fresh();
    const title = '白杨街道老旧小区改造台账';
    const id = await house.play.show({ particulars: { title } });
    await house.play.draft({ particulars: { title: `${title}第二稿` } });
    const found = await ask(visitor, `我想要${title}`);
    expect([found.statusCode, found.headers['cache-control']]).toEqual([200, 'no-store']);
    expect(found.json()).toEqual([{ path: `/documents/${id}`, title, on: expect.stringMatching(/^\d{4}-/) }]);
    const none = await ask(visitor, '');
    expect([none.statusCode, none.json()]).toEqual([200, []]);
    expect((await ask(visitor, HOSTILE)).statusCode).toBe(200);
    for (let n = 0; n < 45; n += 1) await ask(visitor, 'x');
    expect((await ask(visitor, title)).json()).toEqual([]);
  });

  it('SEC-15 what is looked for stands in no address, and is no longer than a look needs', async () => {
    expect((await visitor.get('/apply/matches?wanted=%E5%85%AC')).statusCode).toBe(404);
    expect((await ask(visitor, '长'.repeat(20_000))).statusCode).toBe(413);
  });

  it('PRT-25 the place where it is read out is there before anything is found', async () => {
    const { body } = await visitor.get('/apply');
    expect(body).toMatch(/<div class="matches" data-matches-list[^>]* aria-live="polite"><\/div>/);
    expect(body).not.toMatch(/data-matches-list[^>]*hidden/);
  });
});
