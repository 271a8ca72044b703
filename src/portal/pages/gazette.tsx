/** 政府公报 [PRT-94] (《条例》第二十三条；国办发〔2018〕22号): the issues by year, each with its contents, its neighbours and the whole as a PDF. */
import type { FastifyInstance } from 'fastify';
import { attachmentHeader } from '../../platform/files/file-name.ts';
import type { DocumentId } from '../../publications/document.ts';
import { documentsPrinted, gazettePaper, issueName, type ShownSection } from '../../publications/gazette.ts';
import type { PublicDocument } from '../../publications/public-view.ts';
import { type IssueLine, publishedIssues } from '../../publications/store/gazettes.ts';
import { linesOf } from '../../publications/store/lists.ts';
import { publicDocument } from '../../publications/store/public-document.ts';
import { inProse } from '../../statute/civil-date.ts';
import { DocumentList } from '../components/document-list.tsx';
import { Empty } from '../components/empty.tsx';
import { Page } from '../components/page.tsx';
import type { Frame } from '../frame.ts';
import { keptPapers } from '../kept-papers.ts';
import type { Portal } from '../portal.ts';
import { cachedPage, sendOwn } from '../send-page.ts';
import { ErrorPage } from './error-page.tsx';

/** Stale with whatever is published in 政府公报. */
const SHELF = 'column:catalogue.gazette';
const CRUMB = { name: '政府公报', path: '/gazette' };
const ISSUE = '/gazette/:year(^20\\d\\d$)/:number(^[1-9]\\d?$)';
/** Whole issues of some size: few are kept ready. */
const KEPT = 8;

export function gazette(app: FastifyInstance, portal: Portal): void {
  const { reading: db } = portal;
  cachedPage(app, portal, {
    path: '/gazette',
    build: async (_, frame) => ({ html: ShelfPage({ frame, issues: await publishedIssues(db) }), keys: [SHELF] }),
  });
  cachedPage(app, portal, {
    path: ISSUE,
    build: async (request, frame) => {
      const found = await issueAsked(request.params, portal);
      if (!found) return { html: ErrorPage({ frame, status: 404 }), keys: [SHELF], status: 404 };
      const keys = [SHELF, `document:${found.line.id}`, ...found.printed.map((id) => `document:${id}`)];
      return { html: IssuePage({ frame, ...found }), keys };
    },
  });
  const kept = keptPapers(KEPT);
  app.get(`${ISSUE.replace('\\d?$)', '\\d?)')}.pdf`, async (request, reply) => {
    const frame = portal.frame(request);
    const found = await issueAsked(request.params, portal);
    if (!found) return sendOwn(reply, ErrorPage({ frame, status: 404 }), 404);
    const documents = await documentsOf(found.sections, portal);
    const mark = `"${[found.line.id, ...[...documents.values()].map(({ hash }) => hash.slice(0, 16))].join('.')}"`;
    reply.header('cache-control', 'no-cache').header('etag', mark);
    if (request.headers['if-none-match'] === mark) return reply.code(304).send();
    if (!portal.intake.admitPaper(request.ip)) return sendOwn(reply, ErrorPage({ frame, status: 429 }), 429);
    const masthead = mastheadOf(frame);
    const addressOf = (id: DocumentId) => `${portal.site.url}/documents/${id}`;
    const paper = gazettePaper(found.line.issue, masthead, found.sections, documents, addressOf);
    return reply
      .type('application/pdf')
      .header('content-disposition', attachmentHeader(`${paper.title}.pdf`))
      .send(await kept(mark, () => portal.paperFile('pdf', paper)));
  });
}

const mastheadOf = ({ site }: Frame) => `${site.name}公报`;
const addressOfIssue = ({ issue: { year, number } }: IssueLine) => `/gazette/${year}/${number}`;

interface ShownIssue {
  readonly line: IssueLine;
  readonly printed: readonly DocumentId[];
  readonly sections: readonly ShownSection[];
  /** 上一期、下一期. */
  readonly older: IssueLine | undefined;
  readonly newer: IssueLine | undefined;
}

async function issueAsked(params: unknown, { reading, today }: Portal): Promise<ShownIssue | undefined> {
  const { year, number } = params as { readonly year: string; readonly number: string };
  const issues = await publishedIssues(reading);
  const at = issues.findIndex(({ issue }) => issue.year === Number(year) && issue.number === Number(number));
  const line = issues[at];
  if (!line) return undefined;
  const printed = documentsPrinted(line.issue);
  const lines = await linesOf(reading, printed, today());
  const sections = (line.issue.contents ?? [])
    .map(({ heading, documentIds }) => ({ heading, lines: documentIds.flatMap((id) => lines.get(id) ?? []) }))
    .filter((section) => section.lines.length > 0);
  return { line, printed, sections, older: issues[at + 1], newer: issues[at - 1] };
}

async function documentsOf(
  sections: readonly ShownSection[],
  { reading, today }: Portal,
): Promise<ReadonlyMap<DocumentId, PublicDocument>> {
  const documents = new Map<DocumentId, PublicDocument>();
  for (const { lines } of sections)
    for (const { id } of lines) {
      const found = await publicDocument(reading, id, today());
      if (found?.view === 'document') documents.set(id, found);
    }
  return documents;
}

function ShelfPage({ frame, issues }: { readonly frame: Frame; readonly issues: readonly IssueLine[] }): string {
  const years = [...new Set(issues.map(({ issue }) => issue.year))];
  return (
    <Page
      frame={frame}
      title="政府公报"
      description={`${frame.site.name}公报：各期目录、全文和 PDF。`}
      canonical="/gazette"
      crumbs={[{ name: '政府公报' }]}
    >
      <div class="page-head">
        <h1>政府公报</h1>
        <p class="lead">集中刊登县政府和政府办公室的文件，文字与发布时一致。</p>
      </div>
      {issues.length === 0 ? <Empty says="还没有发布公报。发布后各期会排在这里。" /> : null}
      {years.map((year) => (
        <section>
          <h2 safe>{`${year} 年`}</h2>
          <ul class="tiles">
            {issues
              .filter(({ issue }) => issue.year === year)
              .map((line) => (
                <li>
                  <a href={addressOfIssue(line)}>
                    <span safe>{`第 ${line.issue.number} 期`}</span>
                    <br />
                    <span
                      class="small soft"
                      safe
                    >{`${documentsPrinted(line.issue).length} 件，${line.publishedOn} 出版`}</span>
                  </a>
                </li>
              ))}
          </ul>
        </section>
      ))}
    </Page>
  ) as string;
}

function IssuePage({ frame, line, sections, older, newer }: ShownIssue & { readonly frame: Frame }): string {
  const name = issueName(line.issue);
  const address = addressOfIssue(line);
  return (
    <Page
      frame={frame}
      title={`政府公报 ${name}`}
      description={`${line.title}：目录和全文。`}
      canonical={address}
      crumbs={[CRUMB, { name }]}
    >
      <header class="masthead">
        <p class="masthead-name" safe>
          {mastheadOf(frame)}
        </p>
        <h1 safe>{name}</h1>
        <p class="soft" safe>{`${inProse(line.publishedOn!)}出版`}</p>
      </header>
      <p class="actions">
        {sections.length > 0 ? (
          <a class="button" href={`${address}.pdf`}>
            下载全文（PDF）
          </a>
        ) : null}
        <a class="button quiet" href={`/documents/${line.id}`}>
          {sections.length > 0 ? '出版说明和附件' : '查看这一期'}
        </a>
      </p>
      {sections.length === 0 ? <Empty says="这一期没有逐篇目录，全文见上面的链接。" /> : null}
      {sections.map(({ heading, lines }) => (
        <section>
          <h2 safe>{heading}</h2>
          <DocumentList lines={lines} />
        </section>
      ))}
      <nav class="neighbours" aria-label="前后两期">
        <ul class="plain">
          {older ? <Neighbour term="上一期：" line={older} /> : null}
          {newer ? <Neighbour term="下一期：" line={newer} /> : null}
        </ul>
      </nav>
    </Page>
  ) as string;
}

function Neighbour({ term, line }: { readonly term: string; readonly line: IssueLine }): JSX.Element {
  return (
    <li>
      <span class="soft" safe>
        {term}
      </span>
      <a href={addressOfIssue(line)} safe>
        {issueName(line.issue)}
      </a>
    </li>
  );
}
