/** 办理: what the page of a document sends to the desk, and what every form of it is given. */
import type { PublicationView, Routes } from '../../../../src/desk/contract.ts';

export type PublicationAct = Routes['POST /api/publications/:id/acts']['sends'];

type Said<Act> = Act extends unknown ? Omit<Act, 'seen' | 'edition'> : never;
/** What a form says; on which text and how far along is what the page shows. */
export type ActSaid = Said<PublicationAct>;

export interface ActingProps {
  readonly view: PublicationView;
  readonly error: unknown;
  readonly pending: boolean;
  readonly onAct: (act: ActSaid) => void;
  /** Reads the document anew, after somebody else has changed it. */
  readonly onReload: () => void;
}

/** The act on what is read here: nothing is done to a text, or to a document, that has moved on since. */
export function onScreen(said: ActSaid, { seen, inReview, draft, live }: PublicationView): PublicationAct {
  return { ...said, seen, edition: inReview ?? (draft ?? live)!.hash } as PublicationAct;
}
