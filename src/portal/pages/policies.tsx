/** 政策文件库 [PRT-95]: policy documents by validity, kind and year, each with its dates, what ended it and what explains it. */
import type { FastifyInstance } from 'fastify';
import { subtreeOf } from '../../people/agency.ts';
import { listAgencies } from '../../people/store.ts';
import { DOCUMENT_KINDS } from '../../publications/document-kinds.ts';
import { VALIDITY_TERMS } from '../../publications/normative.ts';
import {
  LIBRARY_STATES,
  type LibraryEntry,
  type LibraryPage,
  type LibraryState,
  POLICY_KINDS,
  type PolicyKind,
} from '../../publications/policy-library.ts';
import { policyLibrary } from '../../publications/store/policy-library.ts';
import { inProse } from '../../statute/civil-date.ts';
import { asked, askedPage } from '../asked.ts';
import { Empty } from '../components/empty.tsx';
import { Page } from '../components/page.tsx';
import { Pager } from '../components/pager.tsx';
import type { Frame } from '../frame.ts';
import { AGENCIES } from '../page-keys.ts';
import type { Portal } from '../portal.ts';
import { cachedPage } from '../send-page.ts';

const PAGE_SIZE = 20;

interface Chosen {
  readonly state: LibraryState | '';
  readonly kind: PolicyKind | '';
  readonly year: string;
  readonly page: number;
}

export function policies(app: FastifyInstance, portal: Portal): void {
  cachedPage(app, portal, {
    path: '/policies',
    asks: ['state', 'kind', 'year', 'page'],
    build: async ({ query }, frame) => {
      const [state, kind, year] = [asked(query, 'state'), asked(query, 'kind'), asked(query, 'year')];
      const chosen: Chosen = {
        state: Object.hasOwn(LIBRARY_STATES, state) ? (state as LibraryState) : '',
        kind: POLICY_KINDS.find((one) => one === kind) ?? '',
        year: /^20\d\d$/.test(year) ? year : '',
        page: askedPage(query),
      };
      const agencyIds = subtreeOf(portal.countyId, await listAgencies(portal.reading));
      const found = await policyLibrary(
        portal.reading,
        {
          agencyIds,
          ...(chosen.state ? { state: chosen.state } : {}),
          ...(chosen.kind ? { kind: chosen.kind } : {}),
          ...(chosen.year ? { year: Number(chosen.year) } : {}),
        },
        { number: chosen.page, size: PAGE_SIZE },
        portal.today(),
      );
      // Whatever is published may be a policy or explain one: it stands in the catalogue, as the counts do.
      return {
        html: PoliciesPage({ frame, chosen, found, today: portal.today() }),
        keys: ['column:catalogue', 'search', AGENCIES],
      };
    },
  });
}

function addressOf({ state, kind, year, page }: Chosen): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries({ state, kind, year })) if (value) query.set(name, value);
  if (page > 1) query.set('page', String(page));
  return query.size > 0 ? `/policies?${query}` : '/policies';
}

function PoliciesPage({
  frame,
  chosen,
  found,
  today,
}: {
  readonly frame: Frame;
  readonly chosen: Chosen;
  readonly found: LibraryPage;
  readonly today: Parameters<typeof inProse>[0];
}): string {
  const to = (change: Partial<Chosen>) => addressOf({ ...chosen, page: 1, ...change });
  const { counts, entries, total, years } = found;
  const states = Object.entries(LIBRARY_STATES) as [LibraryState, string][];
  return (
    <Page
      frame={frame}
      title="政策文件库"
      page={chosen.page}
      description={`${frame.site.name}政策文件库：现行有效 ${counts.valid} 件，按有效性、种类、年份查找。`}
      canonical={addressOf(chosen)}
      crumbs={[{ name: '政策文件库' }]}
    >
      <div class="page-head">
        <h1>政策文件库</h1>
        <p class="lead" safe>{`有效性按${inProse(today)}推算：施行日期、有效期和废止决定都在每一件里写明。`}</p>
      </div>
      <nav class="library-filters" aria-label="筛选">
        <Choices
          term="有效性"
          choices={[
            ['全部', to({ state: '' }), chosen.state === ''],
            ...states.map(
              ([state, term]): Choice => [`${term}（${counts[state]}）`, to({ state }), chosen.state === state],
            ),
          ]}
        />
        <Choices
          term="种类"
          choices={[
            ['全部', to({ kind: '' }), chosen.kind === ''],
            ...POLICY_KINDS.map((kind): Choice => [DOCUMENT_KINDS[kind].term, to({ kind }), chosen.kind === kind]),
          ]}
        />
        <Choices
          term="成文年份"
          choices={[
            ['全部', to({ year: '' }), chosen.year === ''],
            ...years.map((year): Choice => [String(year), to({ year: String(year) }), chosen.year === String(year)]),
          ]}
        />
      </nav>
      <p class="soft" role="status" safe>{`共 ${total} 件。`}</p>
      {entries.length > 0 ? (
        <ul class="library">
          {entries.map((entry) => (
            <Entry entry={entry} />
          ))}
        </ul>
      ) : (
        <Empty says="没有符合条件的文件。">
          <p>
            <a href="/policies">查看全部政策文件</a>，或者<a href="/search">搜索</a>。
          </p>
        </Empty>
      )}
      <Pager page={chosen.page} pages={Math.ceil(total / PAGE_SIZE)} address={(page) => to({ page })} />
    </Page>
  ) as string;
}

type Choice = readonly [term: string, address: string, here: boolean];

function Choices({ term, choices }: { readonly term: string; readonly choices: readonly Choice[] }): JSX.Element {
  return (
    <div>
      <span class="soft" safe>
        {term}
      </span>
      <ul>
        {choices.map(([name, address, here]) => (
          <li>
            <a href={address} aria-current={here ? 'true' : undefined} safe>
              {name}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Entry({
  entry: { line, writtenOn, effectiveOn, expiresOn, ended, interpretations },
}: {
  readonly entry: LibraryEntry;
}): JSX.Element {
  const inForce = line.validity === 'valid';
  return (
    <li>
      <p class={`badge ${inForce ? 'good' : line.validity === 'notYet' ? 'hint' : 'warning'}`}>
        {VALIDITY_TERMS[line.validity]}
      </p>
      <h2>
        <a href={`/documents/${line.id}`} safe>
          {line.title}
        </a>
      </h2>
      <p class="meta-line">
        {line.docNo ? (
          <span class="nowrap" safe>
            {line.docNo}
          </span>
        ) : null}
        <span safe>{line.issuer}</span>
        <span class="nowrap" safe>{`${writtenOn} 成文`}</span>
        {effectiveOn ? <span class="nowrap" safe>{`${effectiveOn} 施行`}</span> : null}
        {expiresOn && !ended ? <span class="nowrap" safe>{`有效期至 ${expiresOn}`}</span> : null}
        {ended ? (
          <span safe>{`${ended.on} 起停止有效，${ended.by === null ? '有效期届满' : `依据${ended.by}`}`}</span>
        ) : null}
      </p>
      {interpretations.length > 0 ? (
        <p class="small">
          <span class="soft">解读：</span>
          {interpretations.map(({ id, title }, i) => (
            <>
              {i > 0 ? '；' : ''}
              <a href={`/documents/${id}`} safe>
                {title}
              </a>
            </>
          ))}
        </p>
      ) : null}
    </li>
  );
}
