/** 隐去个人信息 [INT-8]: proposed by the same rules that look at every publication; a person confirms, and what is certain must be gone. */
import { personalInformation } from '../../review/personal-information.ts';
import type { Issue } from '../../statute/issue.ts';
import type { PublicText } from './citizen-letter.ts';

/** Digits that hang together like a number of a person: identity card, telephone, account. */
const NUMBERS = /[1-9１-９][\d０-９Xx －-]{9,21}[\dXx０-９]/g;

/** A person's home, to the building. */
const HOMES = /\d{1,4}(?:号楼|幢|栋|座)(?:[一二三四五六七八九十\d]{1,3}单元)?\d{1,5}[室号]|\d{1,3}单元\d{2,5}[室号]?/g;

export function proposeMasked(text: string): string {
  return text.replace(NUMBERS, (found) => masked(found)).replace(HOMES, '**号');
}

function masked(found: string): string {
  if (personalInformation(found, '').length === 0) return found;
  return `${found.slice(0, 3)}${'*'.repeat(found.length - 5)}${found.slice(-2)}`;
}

/** What is still to be seen in it. */
export function seenIn({ title, body, answer }: PublicText): Issue[] {
  return [
    ...personalInformation(title, '/title'),
    ...personalInformation(body, '/body'),
    ...personalInformation(answer, '/answer'),
  ];
}
