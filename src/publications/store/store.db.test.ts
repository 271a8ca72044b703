import { describe, expect, it } from 'vitest';
import { testDatabase } from '../../../test/support/database.ts';
import { CREDIT_CODE, publicationPlay } from '../../../test/support/publication-play.ts';
import { entriesOf, verifyLedger } from '../../ledger/store.ts';
import { civil } from '../../statute/civil-date.ts';
import { isRefusal } from '../../statute/refusal.ts';
import { particularsOf } from '../particulars.ts';
import type { PublicDocument } from '../public-view.ts';
import { documentsForDesk, lapsedBy } from './desk-lists.ts';
import { editionsOf, findDocument } from './documents.ts';
import { recordExpired } from './expired.ts';
import { latest, latestIn } from './lists.ts';
import { pagesChangedBy, publicDocument } from './public-document.ts';
import { feedEntries, publicAddresses } from './walks.ts';

const { db } = await testDatabase();
const play = await publicationPlay(db, ['county', 'school']);
const { act, editor, publisher } = play;
const today = civil('2024-03-01');
const page = { number: 1, size: 20 };
const titlesIn = async (column: string) => (await latestIn(db, column, page, today)).lines.map(({ title }) => title);
const shown = async (id: string) => (await publicDocument(db, id, today)) as PublicDocument;

describe('a document on its way', () => {
  it('PUB-3 is public from the moment the system publishes it, under one index number', async () => {
    play.on('2024-03-01');
    const { id, indexNo } = await play.publish({ particulars: { title: '全县春耕现场会召开' } });
    expect(indexNo).toBe(`${CREDIT_CODE}/2024-00001`);
    const view = await shown(id);
    expect(view).toMatchObject({ view: 'document', title: '全县春耕现场会召开', publishedOn: '2024-03-01', indexNo });
    expect(view.publishedAt).toBe('2024-03-01T02:00:01.000Z');
    expect(view).not.toHaveProperty('editedBy');
    expect(await titlesIn('news.headlines')).toContain('全县春耕现场会召开');
    expect(await titlesIn('news')).toContain('全县春耕现场会召开');
    expect((await entriesOf(db, 'publications', id)).map(({ verb }) => verb)).toEqual(['drafted', 'published']);
  });

  it('PUB-16 keeps its live edition while the successor is edited', async () => {
    play.on('2024-03-02');
    const { id, publishedAt } = await play.publish({ particulars: { title: '旧题' }, bodyHtml: '<p>旧文</p>' });
    const particulars = particularsOf({ title: '新题', issuer: '县政府办公室', writtenOn: today });
    const revision = {
      verb: 'revise',
      documentId: id,
      particulars,
      bodyHtml: '<p>新文</p>',
      changeNote: '改题',
    } as const;
    expect(isRefusal(await act(editor, revision))).toBe(false);
    expect(await shown(id)).toMatchObject({ title: '旧题', bodyHtml: '<p>旧文</p>', changes: [] });
    expect(await titlesIn('news.headlines')).toContain('旧题');

    play.on('2024-03-05');
    await act(publisher, { verb: 'publish', documentId: id });
    const after = await shown(id);
    expect(after).toMatchObject({ title: '新题', bodyHtml: '<p>新文</p>', publishedAt });
    expect(after.changes).toEqual([{ at: '2024-03-05T02:00:00.000Z', note: '改题' }]);
    expect((await editionsOf(db, id)).map(({ n }) => n)).toEqual([2, 1]);
  });

  it('PUB-21 does not change in public without saying what was changed', async () => {
    const { id, live } = await play.publish();
    const { particulars } = live!;
    for (const changeNote of ['', ' \n']) {
      const silent = { verb: 'revise', documentId: id, particulars, bodyHtml: '<p>新文</p>', changeNote } as const;
      expect(await act(editor, silent)).toMatchObject({ code: 'PUB-21' });
    }
    expect((await editionsOf(db, id)).map(({ n }) => n)).toEqual([1]);
  });

  it('PUB-16 never changes an edition that was public', async () => {
    const { id } = await play.publish();
    const tamper = db.updateTable('editions').set({ body_html: '<p>另一种说法</p>' }).where('document_id', '=', id);
    await expect(tamper.execute()).rejects.toThrow('was published and cannot change');
  });

  it('PUB-2 counts by agency and year and gives no number twice, two acts at once included', async () => {
    play.on('2025-01-02');
    const drafts = await Promise.all([1, 2, 3, 4].map(() => play.draft({ agencyId: 'school' })));
    const published = await Promise.all(drafts.map(({ id }) => act(publisher, { verb: 'publish', documentId: id })));
    const numbers = published.map((d) => (isRefusal(d) ? d.code : d.indexNo!.slice(18))).sort();
    expect(numbers).toEqual(['/2025-00001', '/2025-00002', '/2025-00003', '/2025-00004']);
  });

  it('PUB-2 a refused publication uses up no number', async () => {
    play.on('2026-01-05');
    const refused = await play.draft({ agencyId: 'school', columns: [] });
    expect(await act(publisher, { verb: 'publish', documentId: refused.id })).toMatchObject({ code: 'PUB-17' });
    expect((await play.publish({ agencyId: 'school' })).indexNo).toMatch('/2026-00001');
  });

  it('PUB-19 carries over what was public before, with its former date and number', async () => {
    play.on('2024-01-02');
    const carried = {
      verb: 'openWithBalance',
      agencyId: 'county',
      kind: 'normative',
      columns: ['catalogue.policy.normative'],
      bodyHtml: '<p>第一条</p>',
      publishedOn: civil('2021-03-02'),
      indexNo: '000014349/2021-00110',
      particulars: particularsOf({
        title: '养犬管理办法',
        issuer: '县人民政府',
        writtenOn: civil('2021-02-20'),
        docNo: '县政发〔2021〕3号',
      }),
    } as const;
    const answer = await act(publisher, carried);
    if (isRefusal(answer)) throw new Error(answer.says);
    expect(await shown(answer.id)).toMatchObject({ publishedOn: '2021-03-02', carriedOverOn: '2024-01-02' });
    expect(await act(publisher, carried)).toMatchObject({ code: 'PUB-2' });
  });
});

describe('who may not', () => {
  it('a draft is not public, at no address and in no list', async () => {
    const { id } = await play.draft({ particulars: { title: '还没有发布' } });
    expect(await publicDocument(db, id, today)).toBeUndefined();
    expect(await titlesIn('news')).not.toContain('还没有发布');
    expect((await latest(db, { number: 1, size: 100 }, today)).lines.map((line) => line.id)).not.toContain(id);
    const walked = [
      ...(await publicAddresses(db, { number: 1, size: 1_000 })),
      ...(await feedEntries(db, {}, 100)),
      ...(await feedEntries(db, { column: 'news' }, 100)),
      ...(await feedEntries(db, { agencyId: 'county' }, 100)),
    ];
    expect(walked.map((one) => one.id)).not.toContain(id);
  });

  it('a withdrawn document leaves a plain notice and no text', async () => {
    const { id } = await play.publish({ particulars: { title: '发错了' } });
    await act(publisher, { verb: 'withdraw', documentId: id, reason: 'error', explanation: '电话号码写错' });
    const notice = await publicDocument(db, id, today);
    expect(notice).toMatchObject({ view: 'withdrawn', notice: expect.stringContaining('内容有误') });
    expect(JSON.stringify(notice)).not.toContain('电话号码');
    expect(await titlesIn('news')).not.toContain('发错了');
  });

  it('PUB-14 nobody publishes what he edited himself', async () => {
    const both = { ...editor, reach: { editor: ['county'], publisher: ['county'] } } as typeof editor;
    const { id } = await play.draft();
    expect(await act(both, { verb: 'publish', documentId: id })).toMatchObject({ code: 'PUB-14' });
    expect(await findDocument(db, id)).toMatchObject({ state: 'draft' });
  });

  it('PUB-8 a row with a script, however it came there, is cleaned on the way out', async () => {
    const { id } = await play.draft();
    await db
      .updateTable('editions')
      .set({ body_html: '<p>好</p><script>x</script>' })
      .where('document_id', '=', id)
      .execute();
    await act(publisher, { verb: 'publish', documentId: id });
    expect((await shown(id)).bodyHtml).toBe('<p>好</p>');
  });
});

describe('what stands around a document', () => {
  it('PUB-18 shows the interpretation on both pages', async () => {
    play.on('2024-04-01');
    const policy = await play.publish({ particulars: { title: '实施方案' } });
    const interpretation = await play.publish({
      kind: 'interpretation',
      columns: ['catalogue.interpretation'],
      particulars: { title: '一图读懂实施方案' },
      relations: [{ kind: 'interprets', to: policy.id }],
    });
    expect((await shown(policy.id)).relations).toMatchObject([
      { kind: 'interprets', direction: 'to', document: { title: '一图读懂实施方案' } },
    ]);
    expect((await shown(interpretation.id)).relations).toMatchObject([
      { kind: 'interprets', direction: 'from', document: { title: '实施方案' } },
    ]);
  });

  it('names the older and the newer document of its column, and the pages that change', async () => {
    play.on('2024-05-01');
    const columns = ['overview.county', 'catalogue.statutory.planning'];
    const [older, middle, newer] = [
      await play.publish({ columns }),
      await play.publish({ columns }),
      await play.publish({ columns }),
    ];
    const view = await shown(middle.id);
    expect([view.previous?.id, view.next?.id]).toEqual([older.id, newer.id]);
    const pages = await pagesChangedBy(db, middle.id);
    expect(pages).toEqual(
      expect.arrayContaining([
        { page: 'document', id: older.id },
        { page: 'document', id: newer.id },
        { page: 'column', key: 'catalogue.statutory' },
        { page: 'column', key: 'overview' },
      ]),
    );
  });

  it('PUB-10 a lapsed document waits for the sweep once', async () => {
    play.on('2024-06-01');
    const { id } = await play.publish({
      kind: 'normative',
      columns: ['catalogue.policy.normative'],
      particulars: {
        docNo: '县政发〔2024〕9号',
        topic: '综合政务',
        genre: '办法',
        effectiveOn: civil('2024-06-01'),
        expiresOn: civil('2025-05-31'),
      },
    });
    expect(await lapsedBy(db, civil('2025-05-31'), 10)).toEqual([]);
    expect(await lapsedBy(db, civil('2025-06-01'), 10)).toEqual([id]);
    play.on('2025-06-01');
    expect(await recordExpired(play.house)).toEqual([id]);
    expect(await recordExpired(play.house)).toEqual([]);
    expect(await lapsedBy(db, civil('2025-06-01'), 10)).toEqual([]);
    expect(await publicDocument(db, id, civil('2025-06-01'))).toMatchObject({ validity: 'expired' });
  });

  it('shows officers what is in work first, only where they reach', async () => {
    const draft = await play.draft({ agencyId: 'school', particulars: { title: '招生100%简章' } });
    const { lines } = await documentsForDesk(db, { agencyIds: ['school'], title: '0%' }, page);
    expect(lines).toMatchObject([{ id: draft.id, inWork: true, state: 'draft' }]);
    expect((await documentsForDesk(db, { agencyIds: ['school'] }, page)).lines[0]).toMatchObject({ id: draft.id });
    expect((await documentsForDesk(db, { agencyIds: [] }, page)).total).toBe(0);
  });

  it('LED-2 leaves a whole chain behind', async () => expect(await verifyLedger(db)).toHaveProperty('hash'));
});
