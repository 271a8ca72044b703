import { beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../../test/support/database.ts';
import { VALIDITY_TERMS } from '../../publications/normative.ts';
import { civil } from '../../statute/civil-date.ts';
import { portalPlay, textOf } from '../portal.fixture.ts';

const { db } = await testDatabase();
const play = await portalPlay(db);
const { visitor } = play;
const text = async (query = '') => textOf((await visitor.get(`/policies${query}`)).body);

const normative = (title: string, n: number, dates: { effectiveOn: string; expiresOn: string | null }) =>
  play.show({
    kind: 'normative',
    columns: ['catalogue.policy.normative'],
    particulars: {
      ...{ title, docNo: `示政发〔2024〕${n}号`, topic: '综合政务', genre: '办法' },
      effectiveOn: civil(dates.effectiveOn),
      expiresOn: dates.expiresOn === null ? null : civil(dates.expiresOn),
    },
  });

let repealed = '';
beforeAll(async () => {
  play.on('2024-03-01');
  const lasting = await normative('长期办法', 1, { effectiveOn: '2024-03-01', expiresOn: null });
  await normative('短期办法', 2, { effectiveOn: '2024-03-01', expiresOn: '2024-03-10' });
  await normative('将来办法', 3, { effectiveOn: '2024-03-09', expiresOn: null });
  repealed = await normative('旧办法', 4, { effectiveOn: '2024-03-01', expiresOn: '2025-12-31' });
  await play.show({
    kind: 'interpretation',
    columns: ['catalogue.interpretation'],
    relations: [{ kind: 'interprets', to: lasting }],
    particulars: { title: '读懂长期办法' },
  });
  await play.draft({ kind: 'policy', columns: ['catalogue.policy.other'], particulars: { title: '没有发布的文件' } });
  await play.show({ particulars: { title: '不是政策的动态' } });
});

describe('政策文件库', () => {
  it('PRT-95 validity follows the day: at the last day in force, the day after, the day it begins', async () => {
    const valid = async (day: string) => {
      play.on(day);
      const shown = await text('?state=valid');
      return ['长期办法', '短期办法', '将来办法', '旧办法'].filter(
        (title) => shown.includes(`\n${title}`) || shown.includes(title),
      );
    };
    expect(await valid('2024-03-08')).toEqual(['长期办法', '短期办法', '旧办法']);
    expect(await valid('2024-03-10')).toEqual(['长期办法', '短期办法', '将来办法', '旧办法']);
    expect(await valid('2024-03-11')).toEqual(['长期办法', '将来办法', '旧办法']);
  });

  it('PRT-95 what ended is told with its day and its ground; the banner of its page says the same', async () => {
    play.on('2024-03-12');
    await play.tell({
      verb: 'repeal',
      documentId: repealed,
      how: 'repealed',
      on: civil('2024-03-12'),
      by: '示政发〔2024〕9号',
    });
    const ended = await text('?state=ended');
    expect(ended).toContain('2024-03-12 起停止有效，依据示政发〔2024〕9号');
    expect(ended).toContain('2024-03-11 起停止有效，有效期届满');
    expect(ended).toContain(VALIDITY_TERMS.repealed);
    expect(ended).not.toContain('长期办法');
    expect(textOf((await visitor.get(`/documents/${repealed}`)).body)).toContain('依据示政发〔2024〕9号');
    expect(await text()).toMatch(/现行有效（2）[\s\S]*尚未施行（0）[\s\S]*废止、失效（2）/);
  });

  it('PRT-95 names what explains a document, and the explanation leads back; nothing unpublished, nothing else', async () => {
    const all = await text();
    expect(all).toContain('读懂长期办法');
    for (const words of ['没有发布的文件', '不是政策的动态']) expect(all).not.toContain(words);
    expect(await text('?kind=regulation')).toContain('没有符合条件的文件');
    expect(await text('?year=2023')).toContain('没有符合条件的文件');
    expect(await text('?year=2024&kind=normative')).toContain('共 4 件');
    expect((await visitor.get(`/policies?state=${encodeURIComponent("valid' or 1=1")}&page=-1`)).statusCode).toBe(200);
  });
});
