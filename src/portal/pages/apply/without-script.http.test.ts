import { beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../../../test/support/database.ts';
import { hiddenField, provenBy, textOf } from '../../portal.fixture.ts';
import { ANSWERS, type Applying, applying, lookOver } from './applying.fixture.ts';

const { db } = await testDatabase();
let house: Applying;
beforeAll(async () => {
  house = await applying(db);
});

describe('where no script runs', () => {
  const digits = '零一二三四五六七八九';
  const sumIn = (page: string) => {
    const [, a, b] = /([一二三四五六七八九])加([一二三四五六七八九])等于几/.exec(page)!;
    return String(digits.indexOf(a!) + digits.indexOf(b!));
  };

  it('PRT-24 the plain question is answered instead; wrong, it is asked anew and nothing is lost', async () => {
    const [before, visitor] = [await house.applications(), house.fresh()];
    const page = await lookOver(visitor);
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
    expect(await house.applications()).toBe(before);
    expect((await visitor.post('/apply', { ...sent, answer: sumIn(page.body) })).statusCode).toBe(201);
    expect(await house.applications()).toBe(before + 1);
  });

  it('PRT-24 three in an hour from one address, then in words to another way', async () => {
    const visitor = house.fresh();
    const statuses: number[] = [];
    for (let n = 0; n < 4; n += 1) {
      const page = await lookOver(visitor);
      const sent = { ...ANSWERS, do: 'send', token: hiddenField(page.body, 'token'), answer: sumIn(page.body) };
      const answer = await visitor.post('/apply', sent);
      statuses.push(answer.statusCode);
      if (n === 3) expect(textOf(answer.body)).toContain('当面提交、邮寄');
    }
    expect(statuses).toEqual([201, 201, 201, 429]);
  });

  it('PRT-23 the work of one form is no proof for another', async () => {
    const visitor = house.fresh();
    const [one, other] = [await lookOver(visitor), await lookOver(visitor)];
    const { proof } = await provenBy(one.body);
    const sent = { ...ANSWERS, do: 'send', token: hiddenField(other.body, 'token'), proof };
    expect((await visitor.post('/apply', sent)).statusCode).toBe(409);
  });
});
