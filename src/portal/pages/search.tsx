/** 检索 (《条例》第二十四条): what was typed, marked in what was found; filters; nothing found and too much found said plainly. */
import type { FastifyInstance } from 'fastify';
import type { DecisionKindName } from '../../enforcement/decisions/fields.ts';
import { listAgencies } from '../../people/store.ts';
import { DOCUMENT_KINDS, type DocumentKindName } from '../../publications/document-kinds.ts';
import type { Piece } from '../../publications/mark-hits.ts';
import type { PublicLine } from '../../publications/public-view.ts';
import type { SearchHit, SearchResult } from '../../publications/search-result.ts';
import { linesOf } from '../../publications/store/lists.ts';
import { search as find, type SearchFilters } from '../../publications/store/search.ts';
import { pinnedFor } from '../../publications/store/site.ts';
import { asked, askedPage } from '../asked.ts';
import { Empty } from '../components/empty.tsx';
import { Page } from '../components/page.tsx';
import { Pager } from '../components/pager.tsx';
import { SearchBig } from '../components/search-big.tsx';
import { type Filter, SearchFacets } from '../components/search-facets.tsx';
import type { Frame } from '../frame.ts';
import { inAttribute } from '../in-attribute.ts';
import { AGENCIES } from '../page-keys.ts';
import type { Portal } from '../portal.ts';
import { cachedPage } from '../send-page.ts';

const PAGE_SIZE = 20;
/** Beyond a thousand nobody reads on; narrowing down helps more. */
const PAGES_AT_MOST = 50;

export interface Sought {
  readonly q: string;
  readonly agency: string;
  readonly year: string;
  readonly kind: string;
  readonly page: number;
}

export function search(app: FastifyInstance, portal: Portal): void {
  cachedPage(app, portal, {
    path: '/search',
    asks: ['q', 'agency', 'year', 'kind', 'page'],
    build: async ({ query }, frame) => {
      const sought: Sought = {
        q: asked(query, 'q').slice(0, 100),
        agency: asked(query, 'agency'),
        year: asked(query, 'year'),
        kind: asked(query, 'kind'),
        page: Math.min(askedPage(query), PAGES_AT_MOST),
      };
      const { reading: db } = portal;
      const paging = { number: sought.page, size: PAGE_SIZE };
      const [result, agencies, pinned] = await Promise.all([
        sought.q ? find(db, sought.q, filtersOf(sought), paging, portal.today()) : undefined,
        listAgencies(db),
        sought.q && sought.page === 1 ? pinnedLine(portal, sought.q) : undefined,
      ]);
      const names = new Map(agencies.map(({ id, name }) => [id, name]));
      return { html: SearchPage({ frame, sought, result, names, pinned }), keys: ['search', AGENCIES] };
    },
  });
}

/** 置顶答案 [PRT-91]: as long as it is published. */
async function pinnedLine({ reading, today }: Portal, query: string): Promise<PublicLine | undefined> {
  const id = await pinnedFor(reading, query);
  return id === undefined ? undefined : (await linesOf(reading, [id], today())).get(id);
}

function filtersOf({ agency, year, kind }: Sought): SearchFilters {
  return {
    ...(agency ? { agencyIds: [agency] } : {}),
    ...(/^20\d\d$/.test(year) ? { year: Number(year) } : {}),
    ...(Object.hasOwn(DOCUMENT_KINDS, kind) ? { kind: kind as DocumentKindName } : {}),
  };
}

export function SearchPage({
  frame,
  sought,
  result,
  names,
  pinned,
}: {
  readonly frame: Frame;
  readonly sought: Sought;
  readonly result: SearchResult | undefined;
  readonly names: ReadonlyMap<string, string>;
  readonly pinned?: PublicLine | undefined;
}): string {
  const address = (change: Partial<Sought>) => addressOf({ ...sought, page: 1, ...change });
  const filters: Filter[] = [
    { name: 'agency', value: sought.agency, label: names.get(sought.agency) ?? sought.agency },
    { name: 'year', value: sought.year, label: `${sought.year} 年` },
    { name: 'kind', value: sought.kind, label: DOCUMENT_KINDS[sought.kind as DocumentKindName]?.term ?? sought.kind },
  ];
  const chosen = filters.filter(({ value }) => value !== '');
  return (
    <Page frame={frame} title={sought.q ? `搜索：${sought.q}` : '搜索'} page={sought.page} crumbs={[{ name: '搜索' }]}>
      <div class="page-head">
        <h1>搜索</h1>
      </div>
      <SearchBig value={sought.q} filters={chosen.map(({ name, value }) => [name, value])} />
      {result ? (
        <div class="beside found">
          <section>
            {pinned ? <Pinned line={pinned} /> : null}
            <Outcome result={result} sought={sought} />
            <ol class="hits">
              {result.hits.map((hit) => (
                <Hit hit={hit} />
              ))}
            </ol>
            {result.hits.length > 0 ? null : result.total ? (
              <NoSuchPage first={address({})} />
            ) : (
              <NothingFound words={sought.q} />
            )}
            <Pager page={sought.page} pages={pagesOf(result, sought.page)} address={(page) => address({ page })} />
          </section>
          <SearchFacets facets={result.facets} chosen={chosen} names={names} address={address} />
        </div>
      ) : (
        <p class="soft found">可以输入文件名称、发文字号、人名、地名。两个字以上更容易找准。</p>
      )}
    </Page>
  ) as string;
}

function Pinned({ line }: { readonly line: PublicLine }): JSX.Element {
  return (
    <aside class="notice" aria-label="最可能要找的">
      <p class="small soft">最可能要找的</p>
      <h2>
        <a href={`/documents/${line.id}`} safe>
          {line.title}
        </a>
      </h2>
      <p class="meta-line">
        <span safe>{line.issuer}</span>
        <time datetime={line.publishedOn} safe>
          {line.publishedOn}
        </time>
      </p>
    </aside>
  );
}

function Outcome({ result, sought }: { readonly result: SearchResult; readonly sought: Sought }): JSX.Element {
  if (result.total === null)
    return (
      <p
        class="notice"
        safe
      >{`含有“${sought.q}”的信息超过 1000 条，下面按发布时间从新到旧排列。多写几个字，或者选择机关、年份，可以更快找到。`}</p>
    );
  return result.total > 0 ? <p class="soft" safe>{`找到 ${result.total} 条。`}</p> : '';
}

function Hit({ hit: { line, title, passage, exact } }: { readonly hit: SearchHit }): JSX.Element {
  return (
    <li>
      <h2>
        <a href={`/documents/${line.id}`}>
          <Marked pieces={title} />
        </a>
      </h2>
      <p>
        <Marked pieces={passage} />
      </p>
      <p class="meta-line">
        {exact ? <strong>文号、索引号相符</strong> : null}
        <span safe>{line.issuer}</span>
        {line.docNo ? <span safe>{line.docNo}</span> : null}
        <time datetime={line.publishedOn} safe>
          {line.publishedOn}
        </time>
      </p>
    </li>
  );
}

function Marked({ pieces }: { readonly pieces: readonly Piece[] }): JSX.Element {
  return <>{pieces.map(({ text, hit }) => (hit ? <mark safe>{text}</mark> : <span safe>{text}</span>))}</>;
}

function NoSuchPage({ first }: { readonly first: string }): JSX.Element {
  return (
    <Empty says="没有这一页。">
      <p>
        <a href={inAttribute(first)}>回到第一页</a>
      </p>
    </Empty>
  );
}

function NothingFound({ words }: { readonly words: string }): JSX.Element {
  const among = (kind: DecisionKindName) => inAttribute(`/decisions/${kind}?q=${encodeURIComponent(words)}`);
  return (
    <Empty says="没有找到。">
      <ul>
        <li>检查有没有错字，或者换一个说法，少写几个字；</li>
        <li>
          按<a href="/catalogue">法定主动公开内容</a>逐项查找；
        </li>
        <li>
          找一个单位的许可、处罚，在<a href={among('licensing')}>行政许可公示</a>、
          <a href={among('punishment')}>行政处罚公示</a>里查；
        </li>
        <li>
          确实没有公开的，可以<a href="/apply">申请公开</a>。
        </li>
      </ul>
    </Empty>
  );
}

function pagesOf({ total, hits }: SearchResult, page: number): number {
  if (total !== null) return Math.min(Math.ceil(total / PAGE_SIZE), PAGES_AT_MOST);
  return Math.min(hits.length < PAGE_SIZE ? page : page + 1, PAGES_AT_MOST);
}

function addressOf({ q, agency, year, kind, page }: Sought): string {
  const query = new URLSearchParams({ q });
  if (agency) query.set('agency', agency);
  if (year) query.set('year', year);
  if (kind) query.set('kind', kind);
  if (page > 1) query.set('page', String(page));
  return `/search?${query}`;
}
