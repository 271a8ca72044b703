/**
 * 找错留言 MistakeReport (“我为政府网站找错”): what a reader found wrong on a page. It is looked into, mended where it is right, by a ticket where that takes time, and
 * answered; whoever reported it sees the answer with his number and code.
 */
import type { AgencyId } from '../../people/agency.ts';
import { mailAddressIn, mobileIn } from '../../people/contact.ts';
import type { Hand } from '../../people/hand.ts';
import { addMonths, type CivilDate } from '../../statute/civil-date.ts';

export const MISTAKE_STATES = {
  received: { term: '待核实' },
  inHand: { term: '整改中' },
  answered: { term: '已答复' },
} as const;
export type MistakeState = keyof typeof MISTAKE_STATES;

/** 核实的结论. */
export const MISTAKE_VERDICTS = {
  mended: { term: '属实，已经改正' },
  notWrong: { term: '核实没有错误' },
  notOurs: { term: '不是本网站的内容' },
  repeated: { term: '已经有人反映' },
} as const;
export type MistakeVerdict = keyof typeof MISTAKE_VERDICTS;

export const LONGEST_MISTAKE = { page: 500, wrong: 200, says: 1_000, contact: 100, answer: 2_000 } as const;

export interface MistakeReport {
  readonly id: string;
  readonly agencyId: AgencyId;
  readonly queryNumber: string;
  /** 网址, as the reader gave it. */
  readonly page: string;
  /** 错误的文字, as it stands on the page; empty where he named none. */
  readonly wrong: string;
  readonly says: string;
  readonly receivedOn: CivilDate;
  readonly state: MistakeState;
  readonly ticketId: string | null;
  readonly findingId: string | null;
  readonly verdict: MistakeVerdict | null;
  readonly answer: string;
  readonly answeredOn: CivilDate | null;
  readonly answeredBy: Hand | null;
}

/**
 * 办结期限 [SUP-65] (国办秘函〔2019〕19号 监管工作年度考核，二手转述，待核): a month, by the calendar; later it costs points.
 */
export function mistakeDue({ receivedOn }: Pick<MistakeReport, 'receivedOn'>): CivilDate {
  return addMonths(receivedOn, 1);
}

/** 联系方式 as it was written in one field: the one address and the one mobile number in it, whatever words stand around them. */
export function reachIn(contact: string): { readonly email: string; readonly phone: string } {
  const words = contact.split(/[\s,，、;；:：/()（）<>《》]+|(?<=\p{Script=Han})(?=[\w+])|(?<=\w)(?=\p{Script=Han})/u);
  const only = (found: (word: string) => string | undefined): string => {
    const all = [...new Set(words.flatMap((word) => found(word) ?? []))];
    return all.length === 1 ? all[0]! : '';
  };
  return { email: only(mailAddressIn), phone: mobileIn(contact) ?? only(mobileIn) };
}
