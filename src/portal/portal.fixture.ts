/** A portal over a test's own database: an invented county, a clock that the play sets, codes that count up. */

import { type Challenge, solveChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import { type PublicationPlay, publicationPlay } from '../../test/support/publication-play.ts';
import { KEYS } from '../../test/support/request-desk.ts';
import type { AnnualReport } from '../annual-report/annual-report.ts';
import { SOUND } from '../annual-report/check/sound-report.fixture.ts';
import type { Report } from '../annual-report/report.ts';
import { saveReport } from '../annual-report/store/reports.ts';
import { followLedger } from '../ledger/store/follow-ledger.ts';
import type { House } from '../perform.ts';
import type { Db } from '../platform/database.ts';
import { openLog } from '../platform/log.ts';
import type { Draft, OpenWithBalance, PublicationCommand } from '../publications/commands.ts';
import { isRefusal, refuse } from '../statute/refusal.ts';
import { type BuiltPortal, buildPortal } from './build-portal.ts';
import type { PortalDeps } from './portal.ts';
import type { SiteSettings } from './site.ts';

export const SITE: SiteSettings = {
  name: '示例县人民政府',
  url: 'https://www.example.gov.cn',
  idCode: '1234560001',
  sponsor: '示例县人民政府办公室',
  operator: '示例县大数据中心',
  phone: '0000-6601306',
  icp: '示 ICP 备 00000000 号',
  policeRecord: '示公网安备 00000000000000 号',
};

/** Whatever a visitor must never read: it runs as a script, or breaks out of an attribute, a textarea, a script element. */
export const HOSTILE = `"'><script>alert(1)</script></textarea><img src=x onerror=alert(1)>`;

export function portalFor(house: House, change: Partial<PortalDeps> = {}): BuiltPortal {
  let made = 0;
  return buildPortal({
    house,
    keys: KEYS,
    files: {
      read: async function* (id) {
        yield Buffer.from(`content of ${id}`);
      },
      keep: async () => {
        throw new Error('this portal was given no shelf');
      },
      remove: async () => {},
    },
    secretsIn: () => refuse('SETTING_WRONG', '', 'this portal was given no secrets'),
    site: SITE,
    countyId: 'county',
    demo: true,
    formSecret: 'a secret of the tests',
    workCost: 1,
    scriptTexts: {
      apply: '/* tried in the browser */',
      read: '/* tried in the browser, too */',
      live: '/* and this */',
    },
    newCode: () => {
      made += 1;
      return `CCCC-CCCC-${String(made + 2222)}`;
    },
    examineReports: async () => {
      throw new Error('this portal was given no reader');
    },
    paperFile: async (kind, { title, blocks }) =>
      Buffer.from([`${kind} ${title}`, ...blocks.flatMap((one) => (one.kind === 'note' ? one.text : []))].join('\n')),
    config: { trustedProxy: [] },
    log: openLog('error', () => {}),
    ...change,
  });
}

/** What a browser sends with the form it was shown: the token, and the work done for it. */
export async function provenBy(page: string): Promise<Readonly<Record<'token' | 'proof', string>>> {
  const shown = /data-challenge="([^"]+)"/.exec(page)![1]!;
  const challenge: Challenge = JSON.parse(
    shown.replaceAll('&#34;', '"').replaceAll('&quot;', '"').replaceAll('&amp;', '&'),
  );
  const solution = await solveChallenge({ challenge, deriveKey });
  return { token: hiddenField(page, 'token'), proof: JSON.stringify({ challenge, solution }) };
}

/** For pages that ask no database: any question to it is a fault. */
export const houseWithoutDatabase = (house: Omit<House, 'db'>): House => ({
  ...house,
  db: new Proxy({} as Db, {
    get() {
      throw new Error('this page must not ask the database');
    },
  }),
});

export interface PortalPlay extends PublicationPlay {
  readonly portal: BuiltPortal;
  readonly visitor: Visitor;
  /** Publishes and tells the portal, as the composition root does. @returns its id */
  show(wanted?: Parameters<PublicationPlay['publish']>[0]): Promise<string>;
  /** Any later act of the publisher on a document, told to the portal likewise. @throws when refused */
  tell(command: Exclude<PublicationCommand, Draft | OpenWithBalance>): Promise<void>;
  /** The portal reads what was done since. */
  hearNews(): Promise<void>;
  /** A version of the county's report, published unless the change says otherwise. */
  keepReport(report?: Report, change?: Partial<AnnualReport>): Promise<void>;
}

export async function portalPlay(
  db: Db,
  change: Partial<PortalDeps> = {},
  house: Partial<House> = {},
): Promise<PortalPlay> {
  const play = await publicationPlay(db, ['county', 'town'], house);
  const portal = portalFor(play.house, change);
  const follower = await followLedger({ db, id: 'the portal of the play' });
  follower.onNews((news) => portal.hear(news));
  return {
    ...play,
    portal,
    visitor: visitorOf(portal),
    async show(wanted) {
      const { id } = await play.publish(wanted);
      await follower.catchUp();
      return id;
    },
    async tell(command) {
      const actor = command.verb === 'revise' || command.verb === 'placeInColumn' ? play.editor : play.publisher;
      const answer = await play.act(actor, command);
      if (isRefusal(answer)) throw new Error(answer.says);
      await follower.catchUp();
    },
    hearNews: () => follower.catchUp(),
    async keepReport(report = SOUND, changed = {}) {
      const year = report.year!;
      const version = changed.version ?? 1;
      await db.transaction().execute((tx) =>
        saveReport(tx, {
          id: `report-${year}-${version}`,
          agencyId: 'county',
          year,
          version,
          state: 'published',
          narrative: report.narrative,
          frozen: report,
          frozenBy: 'officer-reporter',
          frozenAt: new Date(`${year + 1}-02-10T02:00:00Z`),
          waiver: null,
          passed: null,
          publishedBy: 'officer-signatory',
          publishedAt: new Date(`${year + 1}-02-17T02:00:00Z`),
          correction: null,
          ...changed,
        }),
      );
      await portal.hear([{ seq: 0, room: 'annual-report', verb: 'published', subject: `report-${year}-${version}` }]);
    },
  };
}

type Headers = Readonly<Record<string, string>>;

export interface Visitor {
  get(path: string, headers?: Headers): Promise<Answer>;
  post(path: string, form: Readonly<Record<string, string>>, headers?: Headers): Promise<Answer>;
  /** A form with files, as a browser packs it. */
  upload(path: string, parts: Parts, headers?: Headers): Promise<Answer>;
}

type Parts = Readonly<Record<string, string | FilePart | readonly FilePart[]>>;

export interface FilePart {
  readonly name: string;
  readonly bytes: Buffer;
}

export type Answer = Awaited<ReturnType<BuiltPortal['app']['inject']>>;

/** A browser without scripts: reads pages and sends forms, each time from the same address unless a header tells another. */
export function visitorOf({ app }: BuiltPortal): Visitor {
  return {
    get: (path, headers = {}) => app.inject({ method: 'GET', url: path, headers }),
    post: (path, form, headers = {}) =>
      app.inject({
        method: 'POST',
        url: path,
        headers: {
          'content-type': 'application/x-www-form-urlencoded',
          'sec-fetch-site': 'same-origin',
          ...headers,
        },
        payload: new URLSearchParams(form).toString(),
      }),
    upload: (path, parts, headers = {}) =>
      app.inject({
        method: 'POST',
        url: path,
        headers: {
          'content-type': `multipart/form-data; boundary=${BOUNDARY}`,
          'sec-fetch-site': 'same-origin',
          ...headers,
        },
        payload: packed(parts),
      }),
  };
}

const BOUNDARY = 'boundary-of-the-tests';

function packed(parts: Parts): Buffer {
  const chunks = Object.entries(parts).flatMap(([field, sent]) =>
    (Array.isArray(sent) ? sent : [sent]).flatMap((part: string | FilePart) => {
      const file =
        typeof part === 'string' ? '' : `; filename="${part.name}"\r\nContent-Type: application/octet-stream`;
      const head = `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${field}"${file}\r\n\r\n`;
      return [Buffer.from(head), typeof part === 'string' ? Buffer.from(part) : part.bytes, Buffer.from('\r\n')];
    }),
  );
  return Buffer.concat([...chunks, Buffer.from(`--${BOUNDARY}--\r\n`)]);
}

/** The value of a hidden field of a page. */
export function hiddenField(page: string, name: string): string {
  return new RegExp(`name="${name}" value="([^"]*)"`).exec(page)?.[1] ?? '';
}

/** The opening tags of a page, as a browser finds them: what stands in quotes is no tag. */
export function elementsOf(page: string): string[] {
  const tags = page.match(/<!--.*?-->|<\/?[a-z][^\s>]*(?:"[^"]*"|'[^']*'|[^'">])*>/gis) ?? [];
  return tags.filter((tag) => !tag.startsWith('</')).map((tag) => tag.replace(/"[^"]*"/g, '""'));
}

/** What a person reads: the text of the page without its markup. */
export function textOf(page: string): string {
  return page.replace(/<(script|style)\b.*?<\/\1>/gs, '').replace(/<[^>]+>/g, '');
}
