/** 一天的工作 on several processes: whoever gets no answer from one turns to the other, as the web server before them would. */
import { setTimeout as delay } from 'node:timers/promises';
import type { DraftSent } from '../../src/desk/publications/publication-schemas.ts';
import { civilDateAt } from '../../src/statute/civil-date.ts';
import { clientAt, fill } from '../crowd.ts';
import { Refused, type Seat, signIn } from './county.ts';
import { countReadings, type Readings } from './readings.ts';

const APPLICANTS = 6;
const SCHEDULED = 12;
/** Half a minute without a receipt. */
const MOST_TRIES = 300;
const NOTICES = 'news.notices';

export interface Tally {
  /** 申请的内容, of which a receipt was shown. */
  readonly applied: string[];
  /** Documents whose release or withdrawal was acknowledged. */
  readonly published: string[];
  readonly withdrawn: string[];
  readonly scheduled: string[];
  /** Old pages seen after the acknowledgement. */
  readonly stale: string[];
  looks: number;
  /** 附件: published with its document, and read at every portal. */
  readonly attached: string[];
  readonly unread: string[];
  fileLooks: number;
  /** Milliseconds from the publish sent to the publish acknowledged. */
  readonly waits: number[];
  unanswered: number;
  /** Pages that no cache had. */
  readonly fresh: Fresh;
  readonly pauses: Map<string, Pause>;
}

export interface Fresh extends Readings {
  pages: number;
  /** Answers of 500 and above, and how long the slowest good one took, in milliseconds. */
  errors: number;
  slowest: number;
}

export interface Pause {
  readonly lasted: number;
  readonly apart: number;
  readonly fresh: Fresh;
}

export interface Play {
  readonly tally: Tally;
  during(what: string, disturb: () => Promise<unknown>): Promise<void>;
  scheduledAreOut(mostMs: number): Promise<void>;
  stop(): Promise<void>;
}

export interface Places {
  readonly desks: readonly string[];
  readonly portals: readonly string[];
  /** Where the portals tell their figures. */
  readonly metrics: readonly string[];
  readonly agencyId: string;
}

const noPages = (): Fresh => ({ pages: 0, errors: 0, slowest: 0, replica: 0, primary: 0 });

export async function play(places: Places): Promise<Play> {
  const tally: Tally = {
    applied: [],
    published: [],
    withdrawn: [],
    scheduled: [],
    stale: [],
    looks: 0,
    attached: [],
    unread: [],
    fileLooks: 0,
    waits: [],
    unanswered: 0,
    fresh: noPages(),
    pauses: new Map(),
  };
  let over = false;
  const doneAt: number[] = [];
  const done = () => void doneAt.push(performance.now());
  const scene: Scene = { ...places, tally, done, isOver: () => over };
  await schedule(scene);
  const workers = [
    ...Array.from({ length: APPLICANTS }, (_, n) => apply(scene, n)),
    ...['one', 'two'].map((name) => edit(scene, name)),
    ...places.portals.map((portal) => read(scene, portal)),
    ...places.portals.map((portal, n) => readFresh(scene, portal, n)),
    countReadings(places.metrics, tally.fresh, () => over),
  ];
  return {
    tally,
    async during(what, disturb) {
      const since = performance.now();
      const before = { ...tally.fresh };
      tally.fresh.slowest = 0;
      await disturb();
      const lasted = performance.now() - since;
      await delay(2_000);
      const within = [since, ...doneAt.filter((at) => at > since), performance.now()];
      const apart = Math.max(...within.slice(1).map((at, i) => at - within[i]!));
      const { pages, errors, replica, primary, slowest } = tally.fresh;
      const fresh = {
        ...{ pages: pages - before.pages, errors: errors - before.errors, slowest },
        ...{ replica: replica - before.replica, primary: primary - before.primary },
      };
      tally.fresh.slowest = Math.max(slowest, before.slowest);
      tally.pauses.set(what, { lasted, apart, fresh });
    },
    async scheduledAreOut(mostMs) {
      const until = performance.now() + mostMs;
      while (performance.now() < until && !(await allShown(scene))) await delay(1_000);
    },
    async stop() {
      over = true;
      await Promise.all(workers);
    },
  };
}

interface Scene extends Places {
  readonly tally: Tally;
  readonly done: () => void;
  readonly isOver: () => boolean;
}

/** The same form is sent again until its receipt is shown, at the one portal and the other. */
async function apply({ portals, agencyId, tally, done, isOver }: Scene, n: number): Promise<void> {
  for (let i = 0; !isOver(); i += 1) {
    const wanted = `第${n}人的第${i}件：竣工图`;
    let form: Record<string, string> | undefined;
    for (let tries = 0; ; tries += 1) {
      const client = clientAt(n * 30 + (i % 30), portals[(n + tries) % portals.length]!.slice('http://'.length));
      try {
        form ??= await fill(client, agencyId, wanted);
        const { status } = await client.post(form);
        if (status < 300) break;
        if (status === 429) form = undefined;
      } catch {
        // Killed: the other one is asked.
      } finally {
        client.close();
      }
      if (tries > MOST_TRIES) throw new Error(`no receipt for ${wanted}`);
      tally.unanswered += 1;
      await delay(100);
    }
    tally.applied.push(wanted);
    done();
    await delay(60);
  }
}

/** Drafts, has another hand release, looks at both portals; every third one is taken back again, and looked for again. */
async function edit(scene: Scene, name: string): Promise<void> {
  const { desks, tally, done, isOver } = scene;
  const [editor, publisher] = await hands(desks[0]!, name);
  for (let i = 0; !isOver(); i += 1) {
    const desk = desks[i % desks.length]!;
    const title = `通知${name}之${i}`;
    try {
      const content = `${title}的附件。`.repeat(2_000);
      const fileId = i % 4 === 0 && (await editor.attach(desk, scene.agencyId, `${title}.txt`, content));
      const sentNotice = { ...noticeOf(scene, title), ...(fileId && { attachments: [fileId] }) };
      const { id, seen, draft } = await editor.call(desk, 'POST /api/publications', sentNotice);
      const sent = performance.now();
      const on = { seen, edition: draft!.hash };
      const out = await publisher.call(desk, 'POST /api/publications/:id/acts', { verb: 'publish', ...on }, id);
      tally.waits.push(performance.now() - sent);
      tally.published.push(id);
      done();
      await isOnEvery(scene, id, title, true);
      if (fileId) await isReadOnEvery(scene, `/documents/${id}/files/${fileId}`, content);
      if (i % 3 !== 0) continue;
      const withdraw = { verb: 'withdraw', ...on, seen: out.seen, reason: 'error', explanation: '内容有误。' };
      await publisher.call(desk, 'POST /api/publications/:id/acts', withdraw, id);
      tally.withdrawn.push(id);
      await isOnEvery(scene, id, title, false);
    } catch (error) {
      if (error instanceof Refused && error.status < 500 && error.status !== 409) throw error;
      tally.unanswered += 1;
      await delay(100);
    }
  }
}

/** Whoever reads fills the page caches again at once. */
async function read({ isOver }: Scene, portal: string): Promise<void> {
  while (!isOver()) {
    await fetch(`${portal}/columns/${NOTICES}`, { signal: AbortSignal.timeout(10_000) })
      .then((answer) => answer.text())
      .catch(() => undefined);
    await delay(2);
  }
}

/** Every address is another: it is made anew, out of the database. */
async function readFresh({ tally, isOver }: Scene, portal: string, reader: number): Promise<void> {
  for (let n = 0; !isOver(); n += 1) {
    const since = performance.now();
    await fetch(`${portal}/search?q=${encodeURIComponent(`通知${reader}${n}`)}`, {
      signal: AbortSignal.timeout(20_000),
    })
      .then(async (answer) => {
        await answer.text();
        tally.fresh.pages += 1;
        if (answer.status >= 500) tally.fresh.errors += 1;
        else tally.fresh.slowest = Math.max(tally.fresh.slowest, performance.now() - since);
      })
      .catch(() => undefined);
    await delay(5);
  }
}

/** On a list that every reader asks for, and on a page that nobody asked for. A portal that does not answer shows nothing old. */
async function isOnEvery(scene: Scene, id: string, title: string, wanted: boolean): Promise<void> {
  const { portals, tally } = scene;
  await Promise.all(
    [`/columns/${NOTICES}`, `/documents/${id}?from=${tally.looks}`].flatMap((path) =>
      portals.map(async (portal) => {
        const answer = await fetch(`${portal}${path}`, { signal: AbortSignal.timeout(20_000) }).catch(() => undefined);
        const page = await answer?.text().catch(() => undefined);
        if (page === undefined || answer!.status >= 500) return;
        tally.looks += 1;
        if ((answer!.ok && page.includes(`>${title}<`)) !== wanted)
          tally.stale.push(
            `${portal}${path} ${wanted ? '看不到' : '还看得到'} ${title}（${new Date().toISOString()}）`,
          );
      }),
    ),
  );
}

/** A portal that does not answer, or cannot have the file now, gives out nothing wrong. */
async function isReadOnEvery({ portals, tally }: Scene, path: string, wanted: string): Promise<void> {
  tally.attached.push(path);
  await Promise.all(
    portals.map(async (portal) => {
      const answer = await fetch(`${portal}${path}`, { signal: AbortSignal.timeout(20_000) })
        .then(async (said) => (said.status === 503 ? undefined : { status: said.status, text: await said.text() }))
        .catch(() => undefined);
      if (answer === undefined) return;
      tally.fileLooks += 1;
      if (answer.status !== 200 || answer.text !== wanted) tally.unread.push(`${portal}${path}：${answer.status}`);
    }),
  );
}

const hands = (desk: string, name: string): Promise<[Seat, Seat]> =>
  Promise.all([signIn(desk, `editor-${name}`), signIn(desk, `publisher-${name}`)]);

/** 定时发布: all for one moment, a minute or two from now. */
async function schedule(scene: Scene): Promise<void> {
  const { desks, tally } = scene;
  const [editor, publisher] = await hands(desks[1]!, 'three');
  const moment = new Date(Math.ceil((Date.now() + 20_000) / 60_000) * 60_000);
  const time = new Date(moment.getTime() + 8 * 3_600_000).toISOString().slice(11, 16);
  for (let i = 0; i < SCHEDULED; i += 1) {
    const { id, seen, draft } = await editor.call(desks[0]!, 'POST /api/publications', noticeOf(scene, `定时${i}`));
    const act = { verb: 'schedule', seen, edition: draft!.hash, on: civilDateAt(moment), time };
    await publisher.call(desks[1]!, 'POST /api/publications/:id/acts', act, id);
    tally.scheduled.push(id);
  }
}

async function allShown({ portals, tally }: Scene): Promise<boolean> {
  const pages = await Promise.all(
    tally.scheduled.map((id) => fetch(`${portals[0]}/documents/${id}`).then(({ status }) => status === 200)),
  ).catch(() => [false]);
  return pages.every(Boolean);
}

function noticeOf({ agencyId }: Places, title: string): DraftSent {
  const today = civilDateAt(new Date());
  return {
    agencyId,
    kind: 'notice',
    columns: [NOTICES],
    particulars: {
      title,
      issuer: '示范县人民政府',
      docNo: '',
      writtenOn: today,
      topic: '',
      genre: '',
      summary: '',
      keywords: [],
      effectiveOn: '',
      expiresOn: '',
      openMode: 'proactive',
      openModeReason: '',
    },
    bodyHtml: '<p>请有关单位遵照执行。</p>',
    relations: [],
  };
}
