/** 办理: what the page of a document sends to the desk, and what every form of it is given. */
import type { PublicationView, Routes } from '../../../../src/desk/contract.ts';

export type PublicationAct = Routes['POST /api/publications/:id/acts']['sends'];

export interface ActingProps {
  readonly view: PublicationView;
  readonly error: unknown;
  readonly pending: boolean;
  readonly onAct: (act: PublicationAct) => void;
  /** Reads the document anew, after somebody else has changed it. */
  readonly onReload: () => void;
}

/** The edition an act on the page speaks of: what is read here. */
export function editionOn({ inReview, draft, live }: PublicationView): string {
  return inReview ?? (draft ?? live)!.hash;
}
