/** 首页: what is new, what may I ask, where do I find. Search first, then the five doors. */
import type { FastifyInstance } from 'fastify';
import { subtreeOf } from '../../people/agency.ts';
import { listAgencies } from '../../people/store.ts';
import { columnTree } from '../../publications/columns.ts';
import type { PublicationFigures } from '../../publications/figures.ts';
import type { PublicLine } from '../../publications/public-view.ts';
import { publicationFigures } from '../../publications/store/figures.ts';
import { latest, latestIn } from '../../publications/store/lists.ts';
import { yearOf } from '../../statute/civil-date.ts';
import { DocumentList } from '../components/document-list.tsx';
import { Empty } from '../components/empty.tsx';
import { Page } from '../components/page.tsx';
import { SearchBig } from '../components/search-big.tsx';
import { DOORS } from '../doors.ts';
import { EVERYTHING } from '../followed.ts';
import type { Frame } from '../frame.ts';
import type { Portal } from '../portal.ts';
import { cachedPage } from '../send-page.ts';
import { SHOWN_FIGURES } from './figures.tsx';

/** Columns whose newest stand on the home page. */
const ON_HOME = ['news.headlines', 'news.notices', 'catalogue.policy', 'catalogue.interpretation'] as const;

interface Newest {
  readonly key: string;
  readonly name: string;
  readonly lines: readonly PublicLine[];
}

export interface YearFigures {
  readonly year: number;
  readonly figures: PublicationFigures;
}

export function home(app: FastifyInstance, portal: Portal): void {
  cachedPage(app, portal, {
    path: '/',
    build: async (_, frame) => {
      const [newest, figures] = await Promise.all([newestOf(portal), figuresOf(portal)]);
      return { html: HomePage({ frame, newest, figures }), keys: ['home'] };
    },
  });
}

async function newestOf({ house, today }: Portal): Promise<Newest[]> {
  const tree = columnTree();
  return Promise.all(
    ON_HOME.map(async (key) => {
      const { lines } = await latestIn(house.db, key, { number: 1, size: 6 }, today());
      return { key, name: tree.get(key)!.name, lines };
    }),
  );
}

/** The year of the newest piece: in January the page does not go blank. */
async function figuresOf({ house, countyId, today }: Portal): Promise<YearFigures | undefined> {
  const newest = (await latest(house.db, { number: 1, size: 1 }, today())).lines[0];
  if (!newest) return undefined;
  const year = yearOf(newest.publishedOn);
  const agencies = subtreeOf(countyId, await listAgencies(house.db));
  return { year, figures: await publicationFigures(house.db, agencies, year) };
}

export function HomePage({
  frame,
  newest,
  figures,
}: {
  readonly frame: Frame;
  readonly newest: readonly Newest[];
  readonly figures: YearFigures | undefined;
}): string {
  return (
    <Page
      frame={frame}
      title={frame.site.name}
      description={`${frame.site.name}政府信息公开平台：检索、查阅、下载政府信息，在线提出申请。`}
      canonical="/"
      feed={EVERYTHING}
    >
      <div class="page-head">
        <h1>找政府信息</h1>
        <p class="lead">文件、通知、数字、年报，公开了的都在这里；没有公开的，可以申请。</p>
      </div>
      <SearchBig />
      <h2>政府信息公开</h2>
      <ul class="doors">
        {DOORS.map(({ name, path, says }) => (
          <li>
            <a href={path} safe>
              {name}
            </a>
            <p safe>{says}</p>
          </li>
        ))}
      </ul>
      <div class="columns-two">
        {newest.map(({ key, name, lines }) => (
          <section>
            <div class="section-head">
              <h2 safe>{name}</h2>
              <a href={`/columns/${key}`} aria-label={`更多${name}`}>
                更多
              </a>
            </div>
            {lines.length > 0 ? (
              <DocumentList lines={lines} />
            ) : (
              <Empty says={`还没有发布${name}。发布后会出现在这里。`} />
            )}
          </section>
        ))}
      </div>
      {figures ? <Figures {...figures} /> : null}
      <h2>办事工具</h2>
      <ul class="doors">
        <Tool path="/apply" name="申请政府信息" says="不用注册，不问用途，当场给出查询号" />
        <Tool path="/track" name="查询申请进度" says="凭查询号和查询码" />
        <Tool path="/letters" name="写信和查询来信" says="咨询、投诉、建议、求助，看别人问过什么" />
        <Tool path="/deadline" name="计算答复期限" says="逐日推算，写明每一步的依据" />
        <Tool path="/fee" name="计算信息处理费" says="按件、按量两种标准" />
        <Tool path="/check-report" name="核对一份年报" says="找出表格和文字里的矛盾，不保存" />
      </ul>
    </Page>
  ) as string;
}

function Figures({ year, figures }: YearFigures): JSX.Element {
  return (
    <section>
      <h2 safe>{`${year} 年，公开了这些`}</h2>
      <ul class="figures">
        {SHOWN_FIGURES.filter(({ of }) => of(figures) > 0).map(({ figure, term, unit, of }) => (
          <li>
            <a href={`/figures/${year}/${figure}`}>
              <strong>
                {of(figures)}
                <small safe>{` ${unit}`}</small>
              </strong>
              <span safe>{term}</span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Tool({
  path,
  name,
  says,
}: {
  readonly path: string;
  readonly name: string;
  readonly says: string;
}): JSX.Element {
  return (
    <li>
      <a href={path} safe>
        {name}
      </a>
      <p safe>{says}</p>
    </li>
  );
}
