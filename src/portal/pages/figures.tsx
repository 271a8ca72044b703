/** 数字背后: every figure of the year opens the pieces it counts. */
import type { FastifyInstance } from 'fastify';
import { subtreeOf } from '../../people/agency.ts';
import { listAgencies } from '../../people/store.ts';
import type { FigureRow, PublicationFigure, PublicationFigures } from '../../publications/figures.ts';
import { listBehindFigure } from '../../publications/store/figures.ts';
import { askedPage } from '../asked.ts';
import { Empty } from '../components/empty.tsx';
import { Page } from '../components/page.tsx';
import { Pager } from '../components/pager.tsx';
import type { Frame } from '../frame.ts';
import type { Portal } from '../portal.ts';
import { cachedPage } from '../send-page.ts';
import { ErrorPage } from './error-page.tsx';

interface ShownFigure {
  readonly figure: PublicationFigure;
  readonly term: string;
  readonly unit: string;
  of(figures: PublicationFigures): number;
}

/** Figures the public is shown; the report shows more. */
export const SHOWN_FIGURES: readonly ShownFigure[] = [
  { figure: 'items', term: '发布政府信息', unit: '条', of: (f) => f.items },
  { figure: 'kind.normative', term: '行政规范性文件', unit: '件', of: (f) => f.byKind.normative ?? 0 },
  { figure: 'kind.interpretation', term: '政策解读', unit: '篇', of: (f) => f.interpretations },
  { figure: 'kind.meeting', term: '重大会议', unit: '次', of: (f) => f.meetings },
  { figure: 'kind.gazette', term: '政府公报', unit: '期', of: (f) => f.gazettes },
];

const PAGE_SIZE = 50;

export function figures(app: FastifyInstance, portal: Portal): void {
  cachedPage(app, portal, {
    path: '/figures/:year/:figure',
    asks: ['page'],
    build: async (request, frame) => {
      const { year, figure } = request.params as { year: string; figure: string };
      const shown = SHOWN_FIGURES.find((one) => one.figure === figure);
      if (!shown || !/^20\d\d$/.test(year)) return { html: ErrorPage({ frame, status: 404 }), keys: [], status: 404 };
      const agencies = subtreeOf(portal.countyId, await listAgencies(portal.reading));
      const rows = await listBehindFigure(portal.reading, agencies, Number(year), shown.figure);
      const html = FigurePage({ frame, year: Number(year), shown, rows, page: askedPage(request.query) });
      return { html, keys: ['figures'] };
    },
  });
}

export function FigurePage({
  frame,
  year,
  shown,
  rows,
  page,
}: {
  readonly frame: Frame;
  readonly year: number;
  readonly shown: ShownFigure;
  readonly rows: readonly FigureRow[];
  readonly page: number;
}): string {
  const title = `${year} 年${shown.term}`;
  const on = rows.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE);
  return (
    <Page frame={frame} title={title} page={page} crumbs={[{ name: title }]}>
      <div class="page-head">
        <h1 safe>{title}</h1>
        <p class="lead" safe>{`共 ${rows.length} ${shown.unit}。一份文件记一条，放在几个栏目也只记一条。`}</p>
      </div>
      {on.length > 0 ? (
        <ul class="list">
          {on.map((row) => (
            <li>
              <a href={`/documents/${row.id}`} safe>
                {row.title}
              </a>
              <time datetime={row.on} safe>
                {row.on}
              </time>
            </li>
          ))}
        </ul>
      ) : (
        <Empty says="这一年没有这类信息。" />
      )}
      <Pager
        page={page}
        pages={Math.ceil(rows.length / PAGE_SIZE)}
        address={(n) => `/figures/${year}/${shown.figure}?page=${n}`}
      />
    </Page>
  ) as string;
}
