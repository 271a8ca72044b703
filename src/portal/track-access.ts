/**
 * 查询后的凭证 [PRT-40]: whoever has shown query number and code gets, in the forms of the page, proof of it for this file alone and for two hours.
 * A code that is renewed ends it. An act carries a second proof that ends when the file moves on, so that a second click does nothing twice.
 */
import type { RequestFile } from '../requests/info-request.ts';
import { loadRequestFile } from '../requests/store/request-files.ts';
import { asked } from './asked.ts';
import type { FormTokens } from './form-token.ts';
import type { Portal } from './portal.ts';

export interface Access {
  readonly file: string;
  readonly access: string;
  readonly act: string;
}

export const ACCESS_FIELDS = ['file', 'access', 'act'] as const;

export function accessTo({ request, facts, codeDigest }: RequestFile, tokens: FormTokens): Access {
  return {
    file: request.id,
    access: tokens.give(lookFor(request.id, codeDigest)),
    act: tokens.give(actFor(request.id, codeDigest, facts.length)),
  };
}

/** The file the form speaks of; undefined when the proof is not of this site, not of this file, or too old. */
export async function fileShown(body: unknown, { house, tokens }: Portal): Promise<RequestFile | undefined> {
  const id = asked(body, 'file').slice(0, 100);
  const file = id === '' ? undefined : await loadRequestFile(house.db, id);
  // Checked against something in any case: whether a file exists must not be heard.
  const genuine = tokens.isGenuine(lookFor(id, file?.codeDigest ?? ''), asked(body, 'access'));
  return genuine ? file : undefined;
}

/** Whether the act was decided on the file as it stands now. */
export function isOfToday({ request, facts, codeDigest }: RequestFile, body: unknown, tokens: FormTokens): boolean {
  return tokens.isGenuine(actFor(request.id, codeDigest, facts.length), asked(body, 'act'));
}

function lookFor(id: string, codeDigest: string): string {
  return `track ${id} ${codeDigest}`;
}

function actFor(id: string, codeDigest: string, seen: number): string {
  return `act ${id} ${codeDigest} ${seen}`;
}
