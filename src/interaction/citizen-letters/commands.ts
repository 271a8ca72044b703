/** The acts on a letter and what each brings. */
import type { AgencyId } from '../../people/agency.ts';
import type { CitizenLetterId, LetterKindName, LetterWriter } from './citizen-letter.ts';
import type { LetterRefusalName } from './refusals.ts';

export interface WriteLetter {
  readonly verb: 'write';
  readonly agencyId: AgencyId;
  readonly kind: LetterKindName;
  readonly title: string;
  readonly body: string;
  readonly mayPublish: boolean;
  readonly writer: LetterWriter;
  readonly codeDigest: string;
  readonly formHash: string;
  /** Sealed with the writer: the same form sent again is shown its receipt again. */
  readonly code: string;
}

type Act<V extends string, P = unknown> = { readonly verb: V; readonly letterId: CitizenLetterId } & P;

export type LetterAct =
  | Act<'accept', { readonly simple: boolean }>
  | Act<'refuse', { readonly reason: LetterRefusalName; readonly where: string }>
  | Act<'transfer', { readonly to: AgencyId; readonly why: string }>
  | Act<'draft', { readonly text: string }>
  | Act<'check', { readonly passed: boolean; readonly opinion: string }>
  | Act<'answer'>
  | Act<'close'>
  | Act<'publish', { readonly title: string; readonly body: string; readonly answer: string }>
  | Act<'withdraw', { readonly why: string }>
  | Act<'rate', { readonly codeDigest: string; readonly score: number; readonly says: string }>;

export type LetterVerb = LetterAct['verb'];
export type LetterCommand = WriteLetter | LetterAct;
