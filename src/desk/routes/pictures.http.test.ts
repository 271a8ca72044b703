import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../../test/support/database.ts';
import { openDesk, type Who } from '../../../test/support/open-desk.ts';
import { CREDIT_CODE, PARTICULARS } from '../../../test/support/publication-play.ts';
import { KEYS } from '../../../test/support/request-desk.ts';
import { line, para, wordFile } from '../../../test/support/word-file.ts';
import { picturesOfInterviews } from '../../interaction/store/interview-stairs.ts';
import { openFileStore } from '../../platform/files/file-store.ts';
import { wordBody } from '../../platform/papers/word/word-body.ts';
import { portalFor, visitorOf } from '../../portal/portal.fixture.ts';
import { forgetUnusedPictures, namedPictureFiles } from '../../publications/store/pictures.ts';
import type { Paper } from '../../statute/paper.ts';
import type { InterviewView, PictureView, PublicationView } from '../contract.ts';
import { CONSOLE_HEADER } from '../guard.ts';

const { db } = await testDatabase();
const files = openFileStore(mkdtempSync(join(tmpdir(), 'gongkai-files-')), KEYS);
const office = await openDesk(db, { files, readWord: async (file) => wordBody(file) });
office.on('2026-03-04');

const LATER = new Date('2027-01-01T00:00:00Z');

const photo = (red: number, width = 1_200) =>
  sharp({ create: { width, height: 600, channels: 3, background: { r: red, g: 90, b: 150 } } })
    .jpeg()
    .withExif({ IFD0: { Make: 'PHONE-OF-WANG' } })
    .toBuffer();

const send = async (
  who: Who | undefined,
  content: Buffer | string,
  url: string,
  fields: Record<string, string> = {},
) => {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  form.set('file', new Blob([Buffer.from(content) as Uint8Array<ArrayBuffer>]), '现场.jpg');
  const sent = new Response(form);
  return office.desk.inject({
    method: 'POST',
    url,
    headers: {
      ...(who ? { cookie: await office.cookieOf(who) } : {}),
      [CONSOLE_HEADER]: '1',
      'content-type': sent.headers.get('content-type')!,
    },
    payload: Buffer.from(await sent.arrayBuffer()),
  });
};
const put = (who: Who | undefined, content: Buffer | string, agencyId = 'county') =>
  send(who, content, `/api/publication-pictures?agencyId=${agencyId}`);
const added = async (content: Buffer): Promise<PictureView> => (await put('editor', content)).json();
const draftWith = (bodyHtml: string, agencyId = 'county') =>
  office.as('editor').post('/api/publications', {
    ...{ agencyId, kind: 'notice', columns: ['news.notices'], relations: [], bodyHtml },
    particulars: { ...PARTICULARS, title: '道路施工现场' },
  });
const img = ({ address, width, height }: PictureView, alt = '施工围挡的位置图') =>
  `<p>如图：<img src="${address}" alt="${alt}" width="${width}" height="${height}"></p>`;
const act = async (id: string, who: Who, sent: object) => {
  const { seen, draft, live }: PublicationView = (await office.as('editor').get(`/api/publications/${id}`)).json();
  return office.as(who).post(`/api/publications/${id}/acts`, { seen, edition: (draft ?? live)!.hash, ...sent });
};
const visitor = visitorOf(portalFor(office.house, { files }));

beforeAll(async () => {
  await db.updateTable('agencies').set({ credit_code: CREDIT_CODE }).where('id', '=', 'county').execute();
});

describe('正文里的图片', () => {
  it('PUB-64 PUB-66 is drawn anew, seen by whoever writes, and by the public once its edition is live', async () => {
    const picture = await added(await photo(10));
    expect(picture).toMatchObject({
      width: 1_200,
      height: 600,
      address: expect.stringMatching(/^\/pictures\/\w{64}$/),
    });
    const own = picture.address.replace('/pictures/', '/api/publication-pictures/');
    const seen = await office.as('editor').get(own);
    expect([seen.statusCode, seen.headers['content-type']]).toEqual([200, 'image/jpeg']);
    expect(seen.rawPayload.includes('PHONE-OF-WANG')).toBe(false);

    const { id, draft }: PublicationView = (await draftWith(img(picture))).json();
    expect(draft!.bodyHtml).toContain(`src="${picture.address}"`);
    const address = `/documents/${id}${picture.address}`;
    expect((await visitor.get(address)).statusCode).toBe(404);
    expect((await act(id, 'publisher', { verb: 'publish' })).statusCode).toBe(200);
    const page = (await visitor.get(`/documents/${id}`)).body;
    expect(page).toContain(
      `src="${address}" srcset="${address}?width=480 480w, ${address}?width=960 960w, ${address} 1200w"`,
    );
    const widths = await Promise.all(
      ['', '?width=300', '?width=960', '?width=99999', '?width=x'].map(async (asked) => {
        const { rawPayload } = await visitor.get(address + asked);
        return (await sharp(rawPayload).metadata()).width;
      }),
    );
    expect(widths).toEqual([1_200, 480, 960, 1_200, 1_200]);
    const { etag } = (await visitor.get(address)).headers;
    expect((await visitor.get(address, { 'if-none-match': etag as string })).statusCode).toBe(304);

    const papers: Paper[] = [];
    const paperFile = async (_: string, paper: Paper) => {
      papers.push(paper);
      return Buffer.from('paper');
    };
    await visitorOf(portalFor(office.house, { files, paperFile })).get(`/documents/${id}.docx`);
    const printed = { kind: 'picture', alt: '施工围挡的位置图', format: 'jpg', width: 960, height: 480 };
    expect(papers[0]!.blocks).toContainEqual({ ...printed, content: expect.any(Buffer) });
  });

  it('PUB-66 is gone with its edition and with a withdrawal', async () => {
    const [one, other] = [await added(await photo(20)), await added(await photo(21))];
    const { id }: PublicationView = (await draftWith(img(one))).json();
    await act(id, 'publisher', { verb: 'publish' });
    const status = async ({ address }: PictureView) => (await visitor.get(`/documents/${id}${address}`)).statusCode;
    const { live }: PublicationView = (await office.as('editor').get(`/api/publications/${id}`)).json();
    const revision = { verb: 'revise', relations: [], columns: ['news.notices'], changeNote: '换图' };
    await act(id, 'editor', { ...revision, particulars: live!.particulars, bodyHtml: img(other) });
    expect([await status(one), await status(other)]).toEqual([200, 404]);
    await act(id, 'publisher', { verb: 'publish' });
    expect([await status(one), await status(other)]).toEqual([404, 200]);
    await act(id, 'publisher', { verb: 'withdraw', reason: 'error', explanation: '图有误' });
    expect(await status(other)).toBe(404);
  });

  it('PUB-65 another picture makes another edition', async () => {
    const [one, other] = [await added(await photo(30)), await added(await photo(31))];
    const first: PublicationView = (await draftWith(img(one))).json();
    const second: PublicationView = (await draftWith(img(other))).json();
    expect(first.draft!.hash).not.toBe(second.draft!.hash);
  });

  it('PUB-67 without words it stops the release, and is named', async () => {
    const { id }: PublicationView = (await draftWith(img(await added(await photo(40)), ''))).json();
    const refused = await act(id, 'publisher', { verb: 'publish' });
    expect(refused.statusCode).toBe(409);
    expect(refused.json().says).toContain('第 1 张图片（在“如图：”之后）没有说明文字。');
  });

  it('PUB-68 comes out of a Word file with its words, the kinds not taken are told', async () => {
    const drawing = (id: string, descr: string) =>
      para(
        `<w:r><w:drawing><wp:inline><wp:docPr id="1" name="图片 1" descr="${descr}"/><a:graphic><a:blip r:embed="${id}"/></a:graphic></wp:inline></w:drawing></w:r>`,
      );
    const relation = (id: string, target: string) =>
      `<Relationship Id="${id}" Type="http://x/image" Target="media/${target}"/>`;
    const word = wordFile(line('见下图。') + drawing('r1', '围挡&quot;位置&quot;') + drawing('r2', '示意'), {
      'word/_rels/document.xml.rels': `<Relationships>${relation('r1', 'a.jpeg')}${relation('r2', 'b.emf')}</Relationships>`,
      'word/media/a.jpeg': await photo(50),
      'word/media/b.emf': 'no picture',
    });
    const { bodyHtml, report } = (await send('editor', word, '/api/publication-word', { agencyId: 'county' })).json();
    expect(bodyHtml).toMatch(
      /^<p>见下图。<\/p><p><img src="\/pictures\/\w{64}" width="1200" height="600" alt="围挡&quot;位置&quot;" \/><\/p>$/,
    );
    expect(report.map(({ says }: { says: string }) => says)).toEqual([
      '稿件里有 1 个图片、图形或者嵌入的文件，没有带进来。',
      '稿件里的 1 张图片带进了正文，拍摄的时间、地点和设备没有带进来。',
    ]);
    expect((await draftWith(bodyHtml)).statusCode).toBe(200);
  });

  it('PUB-108 what Word cut off a picture is neither in the text nor on the shelf', async () => {
    const word = wordFile(
      para(
        '<w:r><w:drawing><wp:inline><wp:docPr descr="证件"/><pic:pic><pic:blipFill><a:blip r:embed="r1"/><a:srcRect r="75000"/></pic:blipFill></pic:pic></wp:inline></w:drawing></w:r>',
      ),
      {
        'word/_rels/document.xml.rels':
          '<Relationships><Relationship Id="r1" Type="http://x/image" Target="media/a.jpeg"/></Relationships>',
        'word/media/a.jpeg': await photo(70),
      },
    );
    const { bodyHtml } = (await send('editor', word, '/api/publication-word', { agencyId: 'county' })).json();
    const [, sha256, width] = /\/pictures\/(\w{64})" width="(\d+)"/.exec(bodyHtml)!;
    expect(width).toBe('300');
    const { sizes } = await db
      .selectFrom('pictures')
      .select('sizes')
      .where('sha256', '=', sha256!)
      .executeTakeFirstOrThrow();
    expect(sizes.every(({ width }) => width <= 300)).toBe(true);
  });

  it('PUB-65 what no body names is cleared away after its days, and nothing of a refusal stays', async () => {
    const [left, named] = [await added(await photo(60)), await added(await photo(61))];
    await draftWith(img(named));
    const there = () => db.selectFrom('pictures').select('sha256').execute();
    await forgetUnusedPictures(db, new Date('2026-03-05T00:00:00Z'));
    const hashes = (await there()).map(({ sha256 }) => `/pictures/${sha256}`);
    expect([hashes.includes(left.address), hashes.includes(named.address)]).toEqual([false, true]);
    const [row] = await db.selectFrom('pictures').select('sizes').execute();
    const ids = row!.sizes.map(({ id }) => id);
    expect([...(await namedPictureFiles(db, [...ids, 'another']))].sort()).toEqual([...ids].sort());
    const before = (await there()).length;
    const refused = await put('editor', '<svg xmlns="http://www.w3.org/2000/svg"/>');
    expect([refused.statusCode, refused.json().code]).toEqual([409, 'PUB-64']);
    expect((await put('editor', Buffer.alloc(16 * 1024 * 1024))).statusCode).toBe(413);
    expect((await there()).length).toBe(before);
  });

  it('PRT-90 what the home page shows stays, and is gone from the public with its link', async () => {
    const { address }: PictureView = (await put('publisher', await photo(200))).json();
    const picture = address.slice('/pictures/'.length);
    const arrange = (blocks: unknown, seen: number) =>
      office.as('publisher').post('/api/site/acts', { verb: 'arrangeHome', blocks, seen });
    await arrange(
      [{ block: 'doors' }, { block: 'links', title: '链接', links: [{ name: '报名', to: '/apply', picture }] }],
      0,
    );
    await forgetUnusedPictures(db, LATER);
    const visitor = visitorOf(portalFor(office.house, { files }));
    const shown = await visitor.get(`/home-pictures/${picture}`);
    expect([shown.statusCode, shown.headers['content-type']]).toEqual([200, 'image/jpeg']);
    expect((await visitor.get('/')).body).toContain(`/home-pictures/${picture}`);
    await arrange(null, 1);
    expect((await visitor.get(`/home-pictures/${picture}`)).statusCode).toBe(404);
    await forgetUnusedPictures(db, LATER);
    expect(await db.selectFrom('pictures').select('sha256').where('sha256', '=', picture).execute()).toEqual([]);
  });
});

describe('预告图片', () => {
  const NOTICE = {
    ...{ title: '冬季供暖怎么办', guest: '李暖', guestPost: '局长', intro: '谈今年的供暖安排。' },
    ...{ plannedOn: '2026-12-30', plannedAt: '09:30' },
  };
  const draft = (notice: object) =>
    office.as('editor').post('/api/interviews', { agencyId: 'county', notice: { ...NOTICE, ...notice } });
  const step = (id: string, who: Who, sent: object) => office.as(who).post(`/api/interviews/${id}/acts`, sent);

  it('INT-48 says in words what it shows, is drawn anew, and is public with the notice and no sooner', async () => {
    const picture = (await added(await photo(30))).address.slice('/pictures/'.length);
    expect((await draft({ picture, pictureWords: ' ' })).json()).toMatchObject({ code: 'INT-48' });
    expect((await draft({ picture: 'a'.repeat(64), pictureWords: '嘉宾' })).json()).toMatchObject({ code: 'INT-48' });
    const { line, notice }: InterviewView = (await draft({ picture, pictureWords: '嘉宾李暖在供热站' })).json();
    expect(notice).toMatchObject({ picture, pictureWords: '嘉宾李暖在供热站' });
    const shown = `/interviews/${line.id}/pictures/${picture}`;
    const mine = await office.as('publisher').get(`/api/interviews/${line.id}/picture`);
    expect([mine.statusCode, mine.rawPayload.includes('PHONE-OF-WANG')]).toEqual([200, false]);
    expect((await office.as('handler').get(`/api/interviews/${line.id}/picture`)).statusCode).toBe(403);
    expect((await visitor.get(shown)).statusCode).toBe(404);
    await step(line.id, 'editor', { verb: 'submit', seen: 1 });
    expect((await step(line.id, 'publisher', { verb: 'check', seen: 1, passed: true, opinion: '' })).statusCode).toBe(
      200,
    );
    const { rawPayload, statusCode } = await visitor.get(shown);
    expect([statusCode, rawPayload.includes('PHONE-OF-WANG')]).toEqual([200, false]);
    const outside = visitorOf(portalFor(office.house, { files }));
    for (const path of [`/interviews/${line.id}`, '/interviews'])
      expect((await outside.get(path)).body).toContain(`src="${shown}" alt="嘉宾李暖在供热站"`);
    // Another interview's picture is not there under its address, and the sweep leaves what a notice names.
    expect((await visitor.get(`/interviews/other/pictures/${picture}`)).statusCode).toBe(404);
    await forgetUnusedPictures(db, LATER, await picturesOfInterviews(db));
    expect((await visitor.get(shown)).statusCode).toBe(200);
    await step(line.id, 'publisher', { verb: 'cancel', why: '改期' });
    expect((await visitor.get(shown)).statusCode).toBe(200);
  });

  it('INT-48 a notice without one has none, and its words are not kept', async () => {
    const { line, notice }: InterviewView = (await draft({ pictureWords: '没有图' })).json();
    expect([notice.picture, notice.pictureWords]).toEqual(['', '']);
    expect((await office.as('editor').get(`/api/interviews/${line.id}/picture`)).statusCode).toBe(404);
  });
});

describe('who may not', () => {
  it('put one in: a stranger, a handler, an editor for an agency that is not his', async () => {
    const content = await photo(70);
    expect((await put(undefined, content)).statusCode).toBe(401);
    for (const who of ['handler', 'auditor', 'securityAdmin', 'stranger'] as const)
      expect((await put(who, content)).statusCode).toBe(403);
    expect((await put('editor', content, 'elsewhere')).statusCode).toBe(403);
  });
  it('see one: who is not signed in, who writes for none, who may not read the document', async () => {
    const picture = await added(await photo(71));
    const { id }: PublicationView = (await draftWith(img(picture))).json();
    const own = picture.address.replace('/pictures/', '/api/publication-pictures/');
    const of = `/api/publications/${id}${picture.address}`;
    expect((await office.as('editor').get(of)).statusCode).toBe(200);
    for (const address of [own, of]) {
      expect((await office.desk.inject({ url: address })).statusCode).toBe(401);
      for (const who of ['handler', 'securityAdmin'] as const)
        expect([403, 404]).toContain((await office.as(who).get(address)).statusCode);
      expect([403, 404]).toContain((await office.as('stranger').get(address)).statusCode);
    }
  });
  it('read another document’s at the address of this one, or name one of nobody', async () => {
    const [one, other] = [await added(await photo(72)), await added(await photo(73))];
    const { id }: PublicationView = (await draftWith(img(one))).json();
    const hidden: PublicationView = (await draftWith(img(other))).json();
    await act(id, 'publisher', { verb: 'publish' });
    for (const address of [`/documents/${id}${other.address}`, `/documents/${hidden.id}${other.address}`])
      expect((await visitor.get(address)).statusCode).toBe(404);
    expect((await office.as('editor').get(`/api/publications/${id}${other.address}`)).statusCode).toBe(404);
    const invented = { address: `/pictures/${'0'.repeat(64)}`, width: 1, height: 1 };
    expect((await draftWith(img(invented))).json()).toMatchObject({ code: 'PUB-65' });
  });
});
