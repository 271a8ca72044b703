/** 政府公报 on screen, and how an issue is compiled into a document. */
import { holds } from '../../people/actor.ts';
import { listAgencies } from '../../people/store.ts';
import { climb, type House, inTransaction } from '../../perform.ts';
import type { Tx } from '../../platform/database.ts';
import type { Document, DocumentId } from '../../publications/document.ts';
import { STATE_TERMS } from '../../publications/document.ts';
import { documentsPrinted, issueBody, issueName, mayPrintGazette, refuseIssue } from '../../publications/gazette.ts';
import { particularsOf } from '../../publications/particulars.ts';
import { findDocuments } from '../../publications/store/documents.ts';
import { isIssueTaken, issuesForDesk, notYetPrinted, printableAmong } from '../../publications/store/gazettes.ts';
import { lockSite } from '../../publications/store/site.ts';
import { publicationStairs } from '../../publications/store/stairs.ts';
import { titlesOf } from '../../publications/store/titles.ts';
import { civilDateAt, yearOf } from '../../statute/civil-date.ts';
import { isRefusal, type Refusal, refuse } from '../../statute/refusal.ts';
import type { GazetteView } from '../contract/gazette.ts';
import type { SiteDocument } from '../contract/site.ts';
import { enter, type Officer } from '../reach.ts';
import type { IssueSent } from './gazette-schemas.ts';

const MOST_WAITING = 50;

export async function gazetteView(officer: Officer, house: House): Promise<GazetteView | Refusal> {
  const reached = enter('publications', officer);
  if (isRefusal(reached)) return reached;
  const { db } = house;
  const [agencies, lines, waiting] = await Promise.all([
    listAgencies(db),
    issuesForDesk(db, reached),
    notYetPrinted(db, reached, MOST_WAITING, civilDateAt(house.now())),
  ]);
  const documents = new Map(
    (
      await findDocuments(
        db,
        lines.map(({ id }) => id),
      )
    ).map((one) => [one.id, one]),
  );
  const titles = await titlesOf(
    db,
    lines.flatMap(({ issue }) => documentsPrinted(issue)),
  );
  const year = yearOf(civilDateAt(house.now()));
  const writesFor = agencies.filter(({ id, kind }) => mayPrintGazette(kind) && holds(officer, 'editor', id));
  return {
    year,
    agencies: writesFor.map(({ id, name }) => ({ name: id, term: name })),
    mayNot:
      writesFor.length > 0
        ? null
        : '公报由县政府和政府办公室的编辑编，部门和乡镇不办（国办发〔2018〕22号）。这里可以查看。',
    issues: lines.map((line) => {
      const { draft, live } = documents.get(line.id)!;
      const edition = (draft ?? live)!;
      const shown = (id: DocumentId): SiteDocument => titles.get(id) ?? { id, title: '', publishedOn: null };
      return {
        ...{ id: line.id, agencyId: line.agencyId, name: issueName(line.issue) },
        ...{ year: line.issue.year, number: line.issue.number, publishedOn: line.publishedOn },
        state: line.inWork && line.state !== 'draft' ? `${STATE_TERMS[line.state]}，修改中` : STATE_TERMS[line.state],
        isPublic: live !== null,
        edition: edition.hash,
        cover: edition.particulars.summary,
        changeNote: draft?.changeNote ?? '',
        sections: (line.issue.contents ?? []).map(({ heading, documentIds }) => ({
          heading,
          documents: documentIds.map(shown),
        })),
      };
    }),
    next: 1 + Math.max(0, ...lines.filter(({ issue }) => issue.year === year).map(({ issue }) => issue.number)),
    waiting,
  };
}

/** 编一期 [PUB-72…74]: two who take the same number wait for one another, and the second is told. */
export async function compileIssue(officer: Officer, sent: IssueSent, house: House): Promise<Document | Refusal> {
  return inTransaction(house.db, async (tx) => {
    await lockSite(tx);
    const agency = (await listAgencies(tx)).find(({ id }) => id === sent.agencyId);
    if (!agency) return refuse('NO_SUCH_AGENCY', '岗位权限', '没有这个机关。请重新选择。');
    const { documentId, year, number } = sent;
    const contents = sent.sections.map(({ heading, documentIds }) => ({ heading: heading.trim(), documentIds }));
    const issue = { year, number, contents };
    const printable = await printableAmong(tx, documentsPrinted(issue));
    const taken = await isIssueTaken(tx, issue, documentId);
    const refusal = refuseIssue(issue, agency.kind, taken, new Set(printable.keys()));
    if (refusal) return refusal;
    const cover = sent.cover.trim() || '本期刊登的文件，文字与发布时一致。';
    const title = `${agency.name.replace(/办公室$/, '')}公报${issueName(issue)}`;
    const content = {
      bodyHtml: issueBody(cover, contents, printable),
      relations: documentsPrinted(issue).map((to) => ({ kind: 'contains', to }) as const),
    };
    const told = { title, issuer: agency.name, summary: cover, issue };
    if (documentId === undefined) {
      const particulars = particularsOf({ ...told, writtenOn: civilDateAt(house.now()) });
      const place = { agencyId: agency.id, kind: 'gazette', columns: ['catalogue.gazette'] } as const;
      return climb(tx, house, publicationStairs, officer, { verb: 'draft', ...place, particulars, ...content });
    }
    const before = await issueBefore(tx, documentId, agency.id, sent.edition);
    if (isRefusal(before)) return before;
    const particulars = { ...before, ...told };
    const changeNote = sent.changeNote;
    return climb(tx, house, publicationStairs, officer, {
      verb: 'revise',
      documentId,
      particulars,
      changeNote,
      ...content,
    });
  });
}

/** The particulars of the edition the editor began with. */
async function issueBefore(tx: Tx, documentId: DocumentId, agencyId: string, edition: string | undefined) {
  const [document] = await findDocuments(tx, [documentId]);
  if (document?.kind !== 'gazette' || document.agencyId !== agencyId)
    return refuse('NO_SUCH_DOCUMENT', '岗位权限', '没有这一期。请从列表里重新打开。');
  const now = (document.draft ?? document.live)!;
  if (now.hash !== edition)
    return refuse('STALE', '办理流程', '你打开以后，这一期有了新的修改。请刷新看过新的一稿，再改。');
  return now.particulars;
}
