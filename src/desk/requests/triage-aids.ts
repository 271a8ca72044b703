/**
 * 研判的参考 [REQ-105]: what was decided before about the like, what the same person was told, and what is published already. Of the same agency, whose files the
 * officer reads anyway; what is published everybody may read.
 */
import { publishedMatches } from '../../publications/store/matches.ts';
import { findRequest } from '../../requests/store/files.ts';
import { listBySameApplicant, listSimilar } from '../../requests/store/lists.ts';
import { civilDateAt } from '../../statute/civil-date.ts';
import { isRefusal, type Refusal } from '../../statute/refusal.ts';
import { agencyNames } from '../agency-names.ts';
import type { TriageAidsView } from '../contract.ts';
import type { DeskDeps } from '../desk.ts';
import { enter, type Officer } from '../reach.ts';
import { NO_SUCH_FILE } from './request-file-view.ts';
import { requestLineView } from './request-line-view.ts';

export async function triageAids(
  id: string,
  officer: Officer,
  { house, config }: Pick<DeskDeps, 'house' | 'config'>,
): Promise<TriageAidsView | Refusal> {
  const agencies = enter('requests', officer);
  if (isRefusal(agencies)) return agencies;
  const { db } = house;
  const request = await findRequest(db, id);
  if (!request || !agencies.includes(request.agencyId)) return NO_SUCH_FILE;
  const [today, calendar, nameOf] = [civilDateAt(house.now()), house.calendar(), await agencyNames(db)];
  const same = await listBySameApplicant(db, id, today, calendar);
  const similar = await listSimilar(db, request, new Set(same.map((one) => one.id)), today, calendar);
  const published = await publishedMatches(db, request.wanted, today);
  return {
    same: same.map((line) => requestLineView(line, nameOf)),
    similar: similar.map((line) => requestLineView(line, nameOf)),
    published: published.map(({ id: documentId, title, docNo, publishedOn }) => ({
      title,
      docNo,
      publishedOn,
      address: config.publicUrl ? new URL(`/documents/${encodeURIComponent(documentId)}`, config.publicUrl).href : null,
    })),
  };
}
