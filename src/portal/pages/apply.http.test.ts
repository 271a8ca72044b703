import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { testDatabase } from '../../../test/support/database.ts';
import { forgetSubmissions } from '../../requests/store/submissions.ts';
import { type ApplicationField, LONGEST } from '../application-form.ts';
import { QUESTION_NAMES, QUESTIONS } from '../application-questions.ts';
import { APPLICATIONS_PER_HOUR } from '../intake.ts';
import {
  type Answer,
  elementsOf,
  HOSTILE,
  hiddenField,
  type PortalPlay,
  portalFor,
  portalPlay,
  provenBy,
  textOf,
  type Visitor,
  visitorOf,
} from '../portal.fixture.ts';

const { db } = await testDatabase();
let play: PortalPlay;
let visitor: Visitor;
beforeAll(async () => {
  play = await portalPlay(db);
});
beforeEach(() => {
  // A portal of its own: its intake has counted nothing yet.
  visitor = visitorOf(portalFor(play.house));
});

const ANSWERS = {
  wanted: '柳湾桥加固工程的施工图审查意见，2023年',
  agency: 'county',
  formWanted: 'electronic',
  kind: 'natural',
  name: '王小明',
  identityKind: '居民身份证',
  identityNumber: '11010119900101123X',
  phone: '13912345678',
  email: '',
  address: '',
};

const applications = async () => {
  const { n } = await db
    .selectFrom('info_requests')
    .select((q) => q.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  return n;
};

/** Looks over and sends. */
async function send(answers: Record<string, string> = ANSWERS, headers = {}): Promise<Answer> {
  const review = await visitor.post('/apply', { ...answers, at: 'contact', do: 'next' });
  return visitor.post(
    '/apply',
    { ...answers, at: 'review', do: 'send', ...(review.statusCode === 200 && (await provenBy(review.body))) },
    headers,
  );
}

describe('six questions', () => {
  it('are asked one a page, each keeping what was answered, and end in a review', async () => {
    let page = await visitor.get('/apply');
    const known: Record<string, string> = {};
    for (const [n, name] of QUESTION_NAMES.entries()) {
      expect(textOf(page.body)).toContain(`问题 ${n + 1}，共 6 个`);
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
      '居民身份证 11010119900101123X',
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

  it('REQ-2 an organisation is asked for its credit code and for somebody to talk to', async () => {
    const page = await visitor.post('/apply', { ...ANSWERS, kind: 'commercial', at: 'kind', do: 'next' });
    expect(textOf(page.body)).toContain('统一社会信用代码');
    expect(page.body).toContain('id="representative"');
    const natural = await visitor.post('/apply', { ...ANSWERS, at: 'kind', do: 'next' });
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
    const fits = await visitor.post('/apply', { ...longest, at: 'contact', do: 'next' });
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
    const id = await play.show({ particulars: { title: '青石镇供水管网改造方案' } });
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
    const review = await visitor.post('/apply', { ...ANSWERS, wanted, at: 'contact', do: 'next' });
    expect(elementsOf(review.body).filter((tag) => /^<(script(?! src="" defer>)|img)|\son\w+=/.test(tag))).toEqual([]);
  });
});

describe('sending', () => {
  it('REQ-1 registers the application today and gives number and code, each shown this once', async () => {
    const receipt = await send();
    expect(receipt.statusCode).toBe(201);
    expect(receipt.headers['cache-control']).toBe('no-store');
    const read = textOf(receipt.body);
    expect(read).toContain('申请已经登记');
    expect(read).toMatch(/查询号\s*2024\d{6}/);
    expect(read).toContain('最迟 2024年3月29日 周五答复');
    const row = await db.selectFrom('info_requests').selectAll().orderBy('id', 'desc').executeTakeFirstOrThrow();
    expect(row).toMatchObject({
      channel: 'web',
      received_on: '2024-03-01',
      agency_id: 'county',
      wanted: ANSWERS.wanted,
    });
    const code = /[A-Z]{4}-[A-Z]{4}-\d{4}/.exec(receipt.body)![0];
    expect(JSON.stringify(row)).not.toContain(code);
  });

  it('REQ-39 keeps the identity sealed: no table holds it in the clear, the ledger not at all', async () => {
    await send();
    for (const table of ['info_requests', 'applicants', 'request_facts', 'ledger_entries'] as const) {
      const rows = await db
        .selectFrom(table as 'applicants')
        .selectAll()
        .execute();
      expect([
        table,
        /王小明|11010119900101123X|13912345678/.test(
          JSON.stringify(rows, (_, v) => (v?.type === 'Buffer' ? Buffer.from(v.data).toString('latin1') : v)),
        ),
      ]).toEqual([table, false]);
    }
  });
});

describe('the same form', () => {
  const form = async (answers: Record<string, string> = ANSWERS) => {
    const review = await visitor.post('/apply', { ...answers, at: 'contact', do: 'next' });
    return { ...answers, do: 'send', ...(await provenBy(review.body)) };
  };
  const shown = (body: string) => [/2024\d{6}/.exec(textOf(body))?.[0], /[A-Z]{4}-[A-Z]{4}-\d{4}/.exec(body)?.[0]];

  it('PRT-20 sent twice registers one application and shows the same receipt', async () => {
    const [before, sent] = [await applications(), await form()];
    const [first, second] = [await visitor.post('/apply', sent), await visitor.post('/apply', sent)];
    expect([first.statusCode, second.statusCode]).toEqual([201, 200]);
    expect(shown(second.body)).toEqual(shown(first.body));
    expect(shown(first.body)).not.toContain(undefined);
    expect(await applications()).toBe(before + 1);
  });

  it('PRT-20 also at the same moment, and from a server that was started anew', async () => {
    const [before, sent] = [await applications(), await form()];
    const others = [visitor, visitorOf(portalFor(play.house)), visitorOf(portalFor(play.house))];
    const answers = await Promise.all(others.map((one) => one.post('/apply', sent)));
    expect(new Set(answers.map(({ body }) => shown(body).join())).size).toBe(1);
    expect(answers.every(({ statusCode }) => statusCode < 300)).toBe(true);
    expect(await applications()).toBe(before + 1);
  });

  it('PRT-23 with other answers is another application, which brings a proof of its own', async () => {
    const [before, sent] = [await applications(), await form()];
    await visitor.post('/apply', sent);
    const other = { ...sent, wanted: '另一件事的文件' };
    const refused = await visitor.post('/apply', other);
    expect([refused.statusCode, textOf(refused.body).includes('填写的内容都在')]).toEqual([409, true]);
    expect(hiddenField(refused.body, 'wanted')).toBe('另一件事的文件');
    expect((await visitor.post('/apply', { ...other, ...(await provenBy(refused.body)) })).statusCode).toBe(201);
    expect(await applications()).toBe(before + 2);
  });

  it('PRT-23 also on a server that was started anew: one proof, one application', async () => {
    const [before, sent] = [await applications(), await form()];
    expect((await visitor.post('/apply', sent)).statusCode).toBe(201);
    const restarted = visitorOf(portalFor(play.house));
    const refused = await restarted.post('/apply', { ...sent, wanted: '另一件事的文件' });
    expect([refused.statusCode, hiddenField(refused.body, 'wanted')]).toEqual([409, '另一件事的文件']);
    expect(await applications()).toBe(before + 1);
    expect((await restarted.post('/apply', sent)).statusCode).toBe(200);
  });

  it('PRT-23 also on two servers at the same moment', async () => {
    const [before, sent] = [await applications(), await form()];
    const servers = [visitor, visitorOf(portalFor(play.house)), visitorOf(portalFor(play.house))];
    const answers = await Promise.all(servers.map((one, n) => one.post('/apply', { ...sent, wanted: `第${n}份文件` })));
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([201, 409, 409]);
    expect(await applications()).toBe(before + 1);
  });

  it('PRT-20 keeps the code sealed, and shows it to nobody without the form', async () => {
    const sent = await form();
    const [, code] = shown((await visitor.post('/apply', sent)).body);
    expect(JSON.stringify(await db.selectFrom('request_submissions').selectAll().execute())).not.toContain(code);
    const guessed = await visitor.post('/apply', { ...sent, token: `${sent.token}x` });
    expect([guessed.statusCode, shown(guessed.body)[1]]).toEqual([409, undefined]);
  });

  it('PRT-20 is forgotten once no form is good any more', async () => {
    await forgetSubmissions(db, new Date('2099-01-01T00:00:00Z'));
    expect(await db.selectFrom('request_submissions').selectAll().execute()).toEqual([]);
  });

  it('PRT-21 that has expired loses nothing: it comes back filled in and can be sent at once', async () => {
    const [before, sent] = [await applications(), await form({ ...ANSWERS, wanted: `${HOSTILE} 2023年` })];
    const expired = await visitor.post('/apply', { ...sent, token: sent.token.replace(/^./, '0') });
    expect(expired.statusCode).toBe(409);
    expect(textOf(expired.body)).toContain('填写的内容都在');
    expect(hiddenField(expired.body, 'name')).toBe(ANSWERS.name);
    // Nothing that was filled in is wrong.
    expect(expired.body).not.toContain('aria-invalid');
    expect(expired.body).toContain('<title>还没有登记：核对申请内容');
    expect(await applications()).toBe(before);
    const again = await visitor.post('/apply', { ...sent, ...(await provenBy(expired.body)) });
    expect(again.statusCode).toBe(201);
  });
});

describe('many at once', () => {
  it('PRT-22 two hundred forms from fifty addresses are each stored once, numbered without gap or twin', async () => {
    const many = portalFor(play.house, { config: { trustedProxy: ['127.0.0.1'] } });
    const from = (n: number) => ({ 'x-forwarded-for': `10.2.${n}.1` });
    const before = await applications();
    const crowd = visitorOf(many);
    const answers = await Promise.all(
      Array.from({ length: 50 }, async (_, client) => {
        const statuses: number[] = [];
        for (let n = 0; n < 4; n += 1) {
          const answered = { ...ANSWERS, wanted: `第${client}人的第${n}件：施工图审查意见` };
          const review = await crowd.post('/apply', { ...answered, at: 'contact', do: 'next' }, from(client));
          const sent = { ...answered, do: 'send', ...(await provenBy(review.body)) };
          statuses.push((await crowd.post('/apply', sent, from(client))).statusCode);
        }
        return statuses;
      }),
    );
    expect(new Set(answers.flat())).toEqual(new Set([201]));
    expect(await applications()).toBe(before + 200);
    const rows = await db.selectFrom('info_requests').select('number').where('agency_id', '=', 'county').execute();
    const numbers = rows.map(({ number }) => Number(/(\d+)号$/.exec(number)![1])).sort((a, b) => a - b);
    expect(numbers).toEqual(Array.from({ length: numbers.length }, (_, n) => n + 1));
  }, 60_000);
});

describe('where no script runs', () => {
  const fresh = () => visitorOf(portalFor(play.house));
  const review = (visitor: ReturnType<typeof fresh>) =>
    visitor.post('/apply', { ...ANSWERS, at: 'contact', do: 'next' });
  const digits = '零一二三四五六七八九';
  const sumIn = (page: string) => {
    const [, a, b] = /([一二三四五六七八九])加([一二三四五六七八九])等于几/.exec(page)!;
    return String(digits.indexOf(a!) + digits.indexOf(b!));
  };

  it('PRT-24 the plain question is answered instead; wrong, it is asked anew and nothing is lost', async () => {
    const [before, visitor] = [await applications(), fresh()];
    const page = await review(visitor);
    const sent = { ...ANSWERS, do: 'send', token: hiddenField(page.body, 'token') };
    for (const answer of ['', '99', `${sumIn(page.body)}0`]) {
      const wrong = await visitor.post('/apply', { ...sent, answer });
      expect(wrong.statusCode).toBe(409);
      expect(hiddenField(wrong.body, 'name')).toBe(ANSWERS.name);
      expect(wrong.body).toContain('<title>需要改正：核对申请内容');
      expect(textOf(wrong.body)).toContain('有 1 处需要改正');
      expect(wrong.body).toContain('href="#answer"');
      expect(wrong.body).toContain('aria-describedby="answer-hint answer-error"');
    }
    expect(await applications()).toBe(before);
    expect((await visitor.post('/apply', { ...sent, answer: sumIn(page.body) })).statusCode).toBe(201);
    expect(await applications()).toBe(before + 1);
  });

  it('PRT-24 three in an hour from one address, then in words to another way', async () => {
    const visitor = fresh();
    const statuses: number[] = [];
    for (let n = 0; n < 4; n += 1) {
      const page = await review(visitor);
      const sent = { ...ANSWERS, do: 'send', token: hiddenField(page.body, 'token'), answer: sumIn(page.body) };
      const answer = await visitor.post('/apply', sent);
      statuses.push(answer.statusCode);
      if (n === 3) expect(textOf(answer.body)).toContain('当面提交、邮寄');
    }
    expect(statuses).toEqual([201, 201, 201, 429]);
  });

  it('PRT-23 the work of one form is no proof for another', async () => {
    const visitor = fresh();
    const [one, other] = [await review(visitor), await review(visitor)];
    const { proof } = await provenBy(one.body);
    const sent = { ...ANSWERS, do: 'send', token: hiddenField(other.body, 'token'), proof };
    expect((await visitor.post('/apply', sent)).statusCode).toBe(409);
  });
});

describe('while it is typed', () => {
  const ask = (visitor: Visitor, wanted: string) => visitor.post('/apply/matches', { wanted });

  it('PRT-25 published things alone are suggested, and an address that asks without end gets none', async () => {
    const visitor = visitorOf(portalFor(play.house));
    const title = '白杨街道老旧小区改造台账';
    const id = await play.show({ particulars: { title } });
    await play.draft({ particulars: { title: `${title}第二稿` } });
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

describe('who may not', () => {
  it('PRT-1 nobody without a form of this site: no token, a forged one, that of another form', async () => {
    const before = await applications();
    for (const token of ['', 'a.b.c', `${Date.now().toString(36)}.x.y`])
      expect([token, (await visitor.post('/apply', { ...ANSWERS, do: 'send', token })).statusCode]).toEqual([
        token,
        409,
      ]);
    expect(await applications()).toBe(before);
  });

  it('PRT-1 no page of another site', async () => {
    const before = await applications();
    for (const headers of [{ 'sec-fetch-site': 'cross-site' }, { 'sec-fetch-site': 'same-site' }])
      expect((await send(ANSWERS, headers)).statusCode).toBe(403);
    expect(await applications()).toBe(before);
  });

  it('PRT-1 no program that fills in what no person sees', async () => {
    const refused = await send({ ...ANSWERS, website: 'http://spam.example' });
    expect(refused.statusCode).toBe(403);
    expect(textOf(refused.body)).toContain('打电话、到窗口申请');
  });

  it('PRT-2 no address more often than ten times an hour; another address goes on', async () => {
    for (let n = 0; n < APPLICATIONS_PER_HOUR; n += 1) expect((await send()).statusCode).toBe(201);
    const eleventh = await send();
    expect(eleventh.statusCode).toBe(429);
    expect(textOf(eleventh.body)).toContain('当面提交、邮寄');
    // Without a trusted proxy nobody can give himself another address.
    expect((await send(ANSWERS, { 'x-forwarded-for': '10.9.9.9' })).statusCode).toBe(429);
  });

  it('PRT-34 nor many at once: no address more than ten, and one proof for one application', async () => {
    const fresh = visitorOf(portalFor(play.house));
    const proven = async () => {
      const page = await fresh.post('/apply', { ...ANSWERS, at: 'contact', do: 'next' });
      return { ...ANSWERS, do: 'send', ...(await provenBy(page.body)) };
    };
    const statuses = async (forms: readonly Record<string, string>[]) =>
      (await Promise.all(forms.map((form) => fresh.post('/apply', form)))).map(({ statusCode }) => statusCode).sort();
    const one = await proven();
    const before = await applications();
    expect(await statuses([1, 2, 3].map((n) => ({ ...one, wanted: `第${n}份文件` })))).toEqual([201, 409, 409]);
    const others = await Promise.all(Array.from({ length: APPLICATIONS_PER_HOUR + 2 }, proven));
    // The three tries count, though two of them brought a proof that was spent.
    expect((await statuses(others)).filter((status) => status === 429)).toHaveLength(5);
    expect(await applications()).toBe(before + 1 + APPLICATIONS_PER_HOUR - 3);
  });

  it('PRT-2 behind a trusted proxy each visitor counts by himself', async () => {
    visitor = visitorOf(portalFor(play.house, { config: { trustedProxy: ['127.0.0.1'] } }));
    for (let n = 0; n < APPLICATIONS_PER_HOUR; n += 1) await send(ANSWERS, { 'x-forwarded-for': '10.1.1.1' });
    expect((await send(ANSWERS, { 'x-forwarded-for': '10.1.1.1' })).statusCode).toBe(429);
    expect((await send(ANSWERS, { 'x-forwarded-for': '10.1.1.2' })).statusCode).toBe(201);
  });

  it('REQ-2 nothing incomplete, no agency that does not exist, no kind of applicant that is none', async () => {
    const before = await applications();
    for (const wrong of [
      { wanted: '' },
      { agency: 'elsewhere' },
      { kind: 'constructor' },
      { formWanted: 'toString' },
      { name: '' },
    ])
      expect([wrong, (await send({ ...ANSWERS, ...wrong })).statusCode]).toEqual([wrong, 422]);
    expect(await applications()).toBe(before);
  });

  it('nothing larger than a form', async () => {
    const big = await visitor.post('/apply', { ...ANSWERS, wanted: '长'.repeat(400_000) });
    expect(big.statusCode).toBe(413);
    expect(textOf(big.body)).toContain('太大');
  });
});
