/** 出具证明 [PUB-95]: it leaves the house, so it leaves a line: who took it, of which edition, with which content. */
import { type Actor, type Permission, requireRole } from '../../people/actor.ts';
import type { AgencyId } from '../../people/agency.ts';
import type { Decision } from '../../perform.ts';
import { art } from '../../statute/articles.ts';
import type { Document, DocumentId } from '../document.ts';

export interface TakeProof {
  readonly verb: 'takeProof';
  readonly documentId: DocumentId;
  readonly edition: string;
  /** SM3 of the list of checksums of all that is in it. */
  readonly sums: string;
}

/** It names reviewers to people outside, so whoever answers for the publication hands it out. */
export function permitProof(actor: Actor, agencyId: AgencyId): Permission {
  return requireRole(actor, ['publisher', 'officeHead'], agencyId);
}

export function takeProof(document: Document, { edition, sums }: TakeProof): Decision<Document> {
  const { id, agencyId } = document;
  return {
    next: document,
    entry: { verb: 'proofTaken', subject: id, agencyId, basis: art(45), content: { edition, sums } },
  };
}
