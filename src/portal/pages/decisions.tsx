/** 双公示 [ENF-16] (《条例》第二十条第（五）（六）项): licences and punishments by day, found by name or number, each on a page of its own. */
import type { FastifyInstance } from 'fastify';
import { DECISION_TERMS, type DecisionKindName } from '../../enforcement/decisions/fields.ts';
import { type ShownDecision, shownDecision } from '../../enforcement/decisions/public-view.ts';
import { listDecisions, registeredDecision } from '../../enforcement/store/decisions/list.ts';
import { subtreeOf } from '../../people/agency.ts';
import { listAgencies } from '../../people/store.ts';
import { inProse } from '../../statute/civil-date.ts';
import { asked, askedPage } from '../asked.ts';
import { Empty } from '../components/empty.tsx';
import { FactsTable } from '../components/facts-table.tsx';
import { Page } from '../components/page.tsx';
import { Pager } from '../components/pager.tsx';
import type { Frame } from '../frame.ts';
import { inAttribute } from '../in-attribute.ts';
import { DECISIONS } from '../page-keys.ts';
import type { Portal } from '../portal.ts';
import { cachedPage } from '../send-page.ts';
import { ErrorPage } from './error-page.tsx';

const PAGE_SIZE = 30;
const LONGEST_WORDS = 50;
const KEYS = [DECISIONS];
const WHAT = {
  licensing: '行政机关作出的行政许可决定，自作出之日起七个工作日内公示。',
  punishment: '具有一定社会影响的行政处罚决定。被变更、撤销、确认违法或者无效的，撤回并说明理由。',
} as const;

export function decisions(app: FastifyInstance, portal: Portal): void {
  cachedPage(app, portal, {
    path: '/decisions/:kind',
    asks: ['q', 'page'],
    async build(request, frame) {
      const kind = kindOf(request.params);
      if (!kind) return missing(frame);
      const [words, number] = [asked(request.query, 'q').slice(0, LONGEST_WORDS), askedPage(request.query)];
      const agencies = subtreeOf(portal.countyId, await listAgencies(portal.reading));
      const today = portal.today();
      const { decisions: found, total } = await listDecisions(portal.reading, {
        ...{ agencyIds: agencies, kind, reader: 'public', words, today },
        page: { number, size: PAGE_SIZE },
      });
      const shown = found.flatMap((one) => shownDecision(one, today) ?? []);
      const html = DecisionsPage({ frame, kind, words, shown, total, page: number });
      return { html, keys: KEYS };
    },
  });

  cachedPage(app, portal, {
    path: '/decisions/:kind/:id',
    async build(request, frame) {
      const { id } = request.params as { id: string };
      const one = await registeredDecision(portal.reading, id);
      const agencies = subtreeOf(portal.countyId, await listAgencies(portal.reading));
      const isHere = one !== undefined && one.kind === kindOf(request.params) && agencies.includes(one.agencyId);
      const shown = isHere ? shownDecision(one, portal.today()) : undefined;
      return shown ? { html: DecisionPage({ frame, shown }), keys: KEYS } : { ...missing(frame), keys: KEYS };
    },
  });
}

function kindOf(params: unknown): DecisionKindName | undefined {
  const { kind } = params as { kind: string };
  return kind === 'licensing' || kind === 'punishment' ? kind : undefined;
}

function missing(frame: Frame) {
  return { html: ErrorPage({ frame, status: 404 }), keys: [], status: 404 };
}

const title = (kind: DecisionKindName) => `${DECISION_TERMS[kind]}公示`;

function DecisionsPage({
  frame,
  kind,
  words,
  shown,
  total,
  page,
}: {
  readonly frame: Frame;
  readonly kind: DecisionKindName;
  readonly words: string;
  readonly shown: readonly ShownDecision[];
  readonly total: number;
  readonly page: number;
}): string {
  const other = kind === 'licensing' ? 'punishment' : 'licensing';
  const path = `/decisions/${kind}`;
  const canonical = words === '' && page === 1 ? { canonical: path } : {};
  return (
    <Page frame={frame} title={title(kind)} page={page} {...canonical} crumbs={[{ name: title(kind) }]}>
      <div class="page-head">
        <h1 safe>{title(kind)}</h1>
        <p class="lead">
          {WHAT[kind]}另见
          <a href={`/decisions/${other}`} safe>
            {title(other)}
          </a>
          。
        </p>
      </div>
      <form class="search-big" action={path} method="get">
        <label class="unseen" for="q">
          按单位名称、统一社会信用代码或者文书号查找
        </label>
        <input
          id="q"
          name="q"
          type="search"
          maxlength={String(LONGEST_WORDS)}
          value={inAttribute(words)}
          placeholder="单位名称、统一社会信用代码或者文书号"
        />
        <button type="submit">查找</button>
      </form>
      {shown.length > 0 ? (
        <>
          <p class="soft" safe>{`共 ${total} 件。`}</p>
          <ul class="list">
            {shown.map(({ id, subject, number, decidedOn, withdrawn }) => (
              <li>
                <a href={`${path}/${id}`} safe>
                  {`${subject}　${number}${withdrawn ? '（已撤回）' : ''}`}
                </a>
                <time datetime={decidedOn} safe>
                  {decidedOn}
                </time>
              </li>
            ))}
          </ul>
        </>
      ) : (
        <Empty says={words ? '没有找到相符的决定。' : '现在没有公示中的决定。'}>
          <p>{words ? '换用单位名称里的几个字，或者完整的文书号再试。个人按文书号查找。' : '公示期满的不再显示。'}</p>
        </Empty>
      )}
      <Pager
        page={page}
        pages={Math.ceil(total / PAGE_SIZE)}
        address={(n) => `${path}?${new URLSearchParams({ ...(words ? { q: words } : {}), page: String(n) })}`}
      />
    </Page>
  ) as string;
}

function DecisionPage({ frame, shown }: { readonly frame: Frame; readonly shown: ShownDecision }): string {
  const { kind, id, subject, number, decidedOn, fields, withdrawn } = shown;
  const path = `/decisions/${kind}`;
  return (
    <Page
      frame={frame}
      title={`${number} ${title(kind)}`}
      canonical={`${path}/${id}`}
      crumbs={[{ name: title(kind), path }, { name: number }]}
    >
      <div class="page-head">
        <h1 safe>{number}</h1>
        <p class="lead" safe>{`${subject}，${inProse(decidedOn)}作出`}</p>
      </div>
      {withdrawn ? (
        <div class="notice warn" role="note">
          <p>
            <strong>这件决定的公示信息已经撤回。</strong>
          </p>
          <p safe>{`${inProse(withdrawn.revokedOn)}：${withdrawn.why}`}</p>
        </div>
      ) : null}
      {fields.length > 0 ? (
        <FactsTable facts={fields.map(({ term, value }) => ({ label: term, value, wide: value.length > 40 }))} />
      ) : null}
    </Page>
  ) as string;
}
