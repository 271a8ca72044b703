/**
 * 边发布边阅读 [PRT-122]: readers ask for pages as fast as they are answered while editors publish new texts and change them. What was
 * acknowledged before a page was asked for must stand on it: a document by its own page, the list of its column, the feed and the search.
 */
import { Agent, get } from 'node:http';
import type { PublicationView } from '../../src/desk/contract.ts';
import { deskClient, foundCounty } from '../support/desk-client.ts';
import type { RunningServer } from '../support/running-server.ts';

export interface Crowd {
  readonly readers: number;
  readonly editors: number;
  /** Editions that each editor publishes, one after the other. */
  readonly editions: number;
}

export interface ReadWhilePublishing {
  readonly pages: number;
  readonly publishings: number;
  readonly seconds: number;
  /** Milliseconds of each page. */
  readonly readingTimes: readonly number[];
  /** Milliseconds from sending the publication until it was acknowledged, which is when everybody sees it. */
  readonly publishTimes: readonly number[];
  /** Pages that showed less than had been acknowledged before they were asked for, a line each. */
  readonly stale: readonly string[];
  /** Answers that were none. */
  readonly errors: readonly string[];
}

/** One text of one editor, of which the title tells the edition. */
interface Text {
  id: string;
  /** What the desk has acknowledged. */
  acknowledged: number;
}

/** @param server empty; the county is founded here */
export async function readWhilePublishing(server: RunningServer, crowd: Crowd): Promise<ReadWhilePublishing> {
  const texts: Text[] = Array.from({ length: crowd.editors }, () => ({ id: '', acknowledged: 0 }));
  const names = texts.flatMap((_, n) => [
    { name: `编辑${n}`, signInName: `editor${n}`, roles: ['editor'] as const },
    { name: `发布${n}`, signInName: `publisher${n}`, roles: ['publisher'] as const },
  ]);
  const agencyId = await foundCounty(server, names);
  const publishTimes: number[] = [];
  const desks = await Promise.all(texts.map((text, n) => publishingPair(server, agencyId, text, n, publishTimes)));
  // Every text is there once before the first reader comes.
  for (const publish of desks) await publish();

  const [stale, errors, readingTimes]: [string[], string[], number[]] = [[], [], []];
  let open = true;
  const since = performance.now();
  const reading = Array.from({ length: crowd.readers }, async (_, reader) => {
    const agent = new Agent({ keepAlive: true });
    for (let turn = reader; open; turn += 1) {
      const [path, shown] = placesOf(texts)[turn % placesOf(texts).length]!;
      const promised = shown.map(({ acknowledged }) => acknowledged);
      const asked = performance.now();
      const answer = await pageAt(`${server.portal}${path}`, agent);
      readingTimes.push(performance.now() - asked);
      if (answer.status !== 200) errors.push(`${path}: ${answer.status} ${answer.text.slice(0, 80)}`);
      else
        for (const [i, text] of shown.entries()) {
          const seen = editionIn(answer.text, texts.indexOf(text));
          if (seen < promised[i]!) stale.push(`${path}: 第 ${seen} 版，已经发布到第 ${promised[i]} 版`);
        }
    }
    agent.destroy();
  });
  await Promise.all(
    desks.map(async (publish) => {
      for (let n = 1; n < crowd.editions; n += 1) await publish();
    }),
  );
  open = false;
  await Promise.all(reading);
  const seconds = (performance.now() - since) / 1_000;
  return {
    pages: readingTimes.length,
    publishings: publishTimes.length,
    seconds,
    readingTimes,
    publishTimes,
    stale,
    errors,
  };
}

/** Where a text is shown, and which. */
function placesOf(texts: readonly Text[]): readonly (readonly [path: string, shown: readonly Text[]])[] {
  return [
    ...texts.map((text) => [`/documents/${text.id}`, [text]] as const),
    ['/columns/news.headlines', texts],
    ['/columns/news.headlines/feed.rss', texts],
    [`/search?q=${encodeURIComponent('读者看到')}`, texts],
  ];
}

const titleOf = (n: number, edition: number) => `读者看到的第${n}号信息，第${edition}版`;

/** The edition of a text that a page shows; 0 for none. */
function editionIn(page: string, n: number): number {
  const text = page.replace(/<(?!!)[^>]+>/g, '');
  return Math.max(
    0,
    ...[...text.matchAll(new RegExp(`第${n}号信息，第(\\d+)版`, 'g'))].map(([, edition]) => Number(edition)),
  );
}

/** An editor who writes and a publisher who lets out. @returns publishes the next edition, until it is acknowledged */
async function publishingPair(server: RunningServer, agencyId: string, text: Text, n: number, times: number[]) {
  const [editor, publisher] = [deskClient(() => server), deskClient(() => server)];
  await editor.signIn(`editor${n}`);
  await publisher.signIn(`publisher${n}`);
  const { today } = await editor.call('GET /api/session');
  const content = (edition: number) => ({
    particulars: {
      ...{ title: titleOf(n, edition), issuer: '示范县人民政府', docNo: '', writtenOn: today, topic: '', genre: '' },
      ...{ summary: '', keywords: [], effectiveOn: '', expiresOn: '', openMode: 'proactive', openModeReason: '' },
    },
    bodyHtml: `<p>这是第 ${edition} 次发布。</p>`,
    relations: [],
    columns: ['news.headlines'],
  });
  let written: PublicationView | undefined;
  return async () => {
    const edition = text.acknowledged + 1;
    written = written
      ? await editor.call(
          'POST /api/publications/:id/acts',
          { verb: 'revise', seen: written.seen, edition: written.live!.hash, changeNote: '更新', ...content(edition) },
          text.id,
        )
      : await editor.call('POST /api/publications', { agencyId, kind: 'news', ...content(edition) });
    text.id = written.id;
    const since = performance.now();
    const act = { verb: 'publish', seen: written.seen, edition: written.draft!.hash };
    written = await publisher.call('POST /api/publications/:id/acts', act, text.id);
    times.push(performance.now() - since);
    text.acknowledged = edition;
  };
}

function pageAt(url: string, agent: Agent): Promise<{ status: number; text: string }> {
  return new Promise((done) => {
    const failed = (error: Error) => done({ status: 0, text: error.message });
    get(url, { agent, timeout: 30_000 }, (answer) => {
      let text = '';
      answer.setEncoding('utf8').on('data', (part: string) => {
        text += part;
      });
      answer.on('end', () => done({ status: answer.statusCode!, text })).on('error', failed);
    }).on('error', failed);
  });
}
