import { beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../../test/support/database.ts';
import { endAgency, renameAgency } from '../../people/store/reorganisations.ts';
import { addAgency } from '../../people/store.ts';
import { civil } from '../../statute/civil-date.ts';
import { pagesOfNews } from '../pages-of-news.ts';
import { HOSTILE, type PortalPlay, portalPlay, textOf } from '../portal.fixture.ts';

const { db } = await testDatabase();
let play: PortalPlay;
const LONG = `示范县${'发展改革和数据资源'.repeat(6)}局`;

beforeAll(async () => {
  play = await portalPlay(db);
  const unit = { parentId: 'county', kind: 'department', creditCode: null } as const;
  await db.transaction().execute(async (tx) => {
    await addAgency(tx, { ...unit, id: 'old', name: '示范县旧局', contact: { phone: '0000-1' } });
    await addAgency(tx, { ...unit, id: 'heir', name: LONG, contact: { phone: '0000-2' } });
    await addAgency(tx, { ...unit, id: 'other', name: `另一局${HOSTILE}`, contact: {} });
  });
});

const get = async (url: string) => {
  const answer = await play.visitor.get(url);
  return { status: answer.statusCode, html: answer.body, text: textOf(answer.body) };
};
const reorganised = () => play.portal.hear([{ seq: 0, room: 'people', verb: 'reorganised', subject: 'r' }]);

describe('承继', () => {
  it('ORG-3 a renamed agency shows its new name at the address it had, and says what it was called', async () => {
    expect((await get('/agencies/old')).text).toContain('示范县旧局');
    await db.transaction().execute((tx) => renameAgency(tx, 'old', '示范县中间局', civil('2026-02-01')));
    // Pages are kept until the news is heard: it was not built anew by chance.
    expect((await get('/agencies/old')).text).not.toContain('示范县中间局');
    await reorganised();
    const { status, text } = await get('/agencies/old');
    expect([status, text.includes('示范县中间局'), text.includes('2026年2月1日以前名为“示范县旧局”')]).toEqual([
      200,
      true,
      true,
    ]);
    expect((await get('/agencies/old/feed.atom')).html).toContain('示范县中间局');
  });

  it('ORG-3 ORG-7 drops the pages that name agencies, and no others', async () => {
    const news = (verb: string) => pagesOfNews(db, [{ seq: 0, room: 'people', verb, subject: 'r' }]);
    expect(await news('reorganised')).toEqual(['agencies']);
    expect(await news('carriedOutReorganisation')).toEqual(['agencies']);
    expect(await news('handedOver')).toEqual([]);
    expect(await pagesOfNews(db, [{ seq: 0, room: 'publications', verb: 'draftHandedOver', subject: 'd' }])).toEqual(
      [],
    );
  });

  it('ORG-7 the page of an agency that ended stays and tells who is in charge now', async () => {
    await db
      .transaction()
      .execute((tx) => endAgency(tx, 'old', { on: civil('2026-03-01'), successors: ['heir', 'other'] }));
    await reorganised();
    const { status, html, text } = await get('/agencies/old');
    expect(status).toBe(200);
    expect(text).toContain('这个机关自2026年3月1日起撤销');
    expect(text).toContain('第三十六条第（五）项');
    expect(text).toContain(`${LONG}，电话 0000-2`);
    expect(html).toContain('href="/agencies/heir"');
    expect(html).not.toContain('<script>alert(1)');
    expect((await get('/agencies/heir')).text).toContain('2026年3月1日起承继示范县中间局的职能');
    expect((await get('/agencies')).text).toMatch(/已撤销的机关\s*示范县中间局/);
    expect((await get('/guide')).text).not.toContain('0000-1');
  });

  it('ORG-7 whoever applies or writes to it is led to the successor', async () => {
    const form = { wanted: '文件', agency: 'old', kind: 'natural', acting: 'self', at: 'agency', do: 'on' };
    const asked = await play.visitor.post('/apply', form);
    expect(asked.statusCode).toBe(422);
    expect(textOf(asked.body)).toContain(`“示范县中间局”自2026年3月1日起撤销，职能由“${LONG}”（电话0000-2）`);
    expect(asked.body).not.toContain('<option value="old"');
    expect(asked.body).toContain('<option value="heir"');
    const letter = await play.visitor.post('/letters/write', {
      agency: 'old',
      kind: 'consultation',
      title: '问',
      body: '问',
      phone: '1',
      publish: 'no',
    });
    expect(letter.statusCode).toBe(422);
    expect(textOf(letter.body)).toContain('请改向承继机关提出');
  });
});

describe('who may not', () => {
  it('an agency of another county has no page, ended or not', async () => {
    await db.transaction().execute(async (tx) => {
      await addAgency(tx, { id: 'far', parentId: null, name: '外县', kind: 'county', creditCode: null, contact: {} });
      await endAgency(tx, 'far', { on: civil('2026-03-01'), successors: ['heir'] });
    });
    await reorganised();
    expect((await get('/agencies/far')).status).toBe(404);
    expect((await get('/agencies')).text).not.toContain('外县');
  });
});
