/** 转主动公开 on the file screen: what was suggested and decided, the document it became, and who else was given the like. */
import { namesOfOfficers } from '../../people/store.ts';
import { STATE_TERMS } from '../../publications/document.ts';
import { findDocument } from '../../publications/store/documents.ts';
import { lastOf } from '../../requests/facts.ts';
import { adoption, isForEverybody, openSuggestion } from '../../requests/proactive.ts';
import type { FileView } from '../../requests/store/files.ts';
import { listAlikeGiven } from '../../requests/store/proactive.ts';
import type { CivilDate } from '../../statute/civil-date.ts';
import type { RequestFileView } from '../contract.ts';
import type { DeskDeps } from '../desk.ts';
import { handOf } from '../people/hand-of.ts';
import { agenciesIn, type Officer } from '../reach.ts';
import { requestLineView } from './request-line-view.ts';

/** @returns null while there is nothing everybody may have */
export async function proactiveView(
  { line, facts, bySameApplicant }: FileView,
  officer: Officer,
  { house }: Pick<DeskDeps, 'house'>,
  today: CivilDate,
  nameOf: (agencyId: string) => string,
): Promise<RequestFileView['proactive']> {
  if (!isForEverybody(facts)) return null;
  const { db } = house;
  const [suggestion, decision] = [openSuggestion(facts), lastOf(facts, 'proactiveDecided')];
  const names = await namesOfOfficers(
    db,
    [suggestion?.by, decision?.by].flatMap((by) => by ?? []),
  );
  const adopted = adoption(facts);
  const bySame = new Set(bySameApplicant.map(({ id }) => id));
  const alike = adopted ? [] : await listAlikeGiven(db, line, bySame, today, house.calendar());
  return {
    suggestion: suggestion
      ? { n: suggestion.n, on: suggestion.on, by: handOf(suggestion, names), why: suggestion.why }
      : null,
    decision: decision
      ? { on: decision.on, by: handOf(decision, names), adopted: decision.documentId !== null, why: decision.why }
      : null,
    document: adopted ? await documentView(adopted.documentId!, officer, house) : null,
    alike: alike.map((other) => requestLineView(other, nameOf)),
  };
}

/** Who does not read the drafts of the agency is not told what they say. */
async function documentView(id: string, officer: Officer, { db }: DeskDeps['house']) {
  const document = await findDocument(db, id);
  if (!document || !agenciesIn('publications', officer).includes(document.agencyId)) return null;
  const { title } = (document.draft ?? document.live)!.particulars;
  return { id, title, state: STATE_TERMS[document.state] };
}
