/**
 * 依申请公开 (《条例》第二十七条至第四十五条). An `InfoRequest` is one application for government information as the agency's register
 * holds it; `RequestFile` is the application with everything that happened to it.
 *
 * How the room works: a command (`commands.ts`) climbs the staircase; `permissions.ts` says who may do it in which state,
 * `decide/` does it as a pure function that adds facts, `store/` saves row and facts in one transaction. When a reply is due is never
 * stored as input: `deadlines.ts` reads it off the facts. `outcomes.ts` is the table of dispositions; `remedies/` follows a reply to
 * reconsideration and to court.
 */
import type { AgencyId } from '../people/agency.ts';
import type { CivilDate } from '../statute/civil-date.ts';
import type { ChannelName } from '../statute/receipt.ts';
import type { ApplicantKindName } from './applicant-kinds.ts';
import type { RequestFact } from './facts.ts';
import type { FormWantedName } from './forms-wanted.ts';
import type { Letter } from './letters/letter.ts';
import type { OutcomeName } from './outcomes.ts';
import type { RemedyFile } from './remedies/remedy.ts';
import type { RequestState } from './states.ts';

export type RequestId = string;

/** 政府信息公开申请, as registered. No identity: that is `Applicant`, in a table of its own. */
export interface InfoRequest {
  readonly id: RequestId;
  readonly agencyId: AgencyId;
  /** 登记号, numbered by agency and year without gaps; a file carried over keeps the number it had on paper. */
  readonly number: string;
  /** 查询号; together with a code that only the applicant has it opens the track page. */
  readonly queryNumber: string;
  readonly channel: ChannelName;
  readonly applicantKind: ApplicantKindName;
  readonly arrivedOn: CivilDate;
  /** 收到申请之日 (第三十一条); null until both sides have confirmed it. */
  readonly receivedOn: CivilDate | null;
  readonly state: RequestState;
  /** 所需信息的名称、文号或者特征 (第二十九条第二款第（二）项). */
  readonly wanted: string;
  readonly formWanted: FormWantedName;
  /** The four below are set together, on the day the file is closed: by a served reply or by a record. */
  readonly outcome: OutcomeName | null;
  readonly reportRow: string | null;
  readonly closedOn: CivilDate | null;
  /** 答复日 (国办公开办函〔2016〕235号); null when the file was closed without a reply. */
  readonly repliedOn: CivilDate | null;
}

/** 申请人 (第二十九条第二款第（一）项): sealed at rest, masked on lists. What a letter on paper left out is empty. */
export interface Applicant {
  readonly name: string;
  /** 身份证明: kind and number as one text, such as 居民身份证 and its number. */
  readonly identity: string;
  readonly phone: string;
  readonly email: string;
  readonly address: string;
  /** 法定代表人或者联系人 of an organisation. */
  readonly representative: string;
  /** 代理人 [REQ-108], when somebody applies for him. */
  readonly agent?: Agent;
  /** 共同申请 [REQ-109]: the others, for whom he stands. */
  readonly together?: readonly string[];
}

/** 代理人 (《民法典》第一百六十五条): acts under a written mandate, which lies among the files. */
export interface Agent {
  readonly name: string;
  readonly identity: string;
  readonly phone: string;
}

/** How letters address whoever applied; of several together, who stands for them and how many they are. */
export function addressed({ name, together = [] }: Pick<Applicant, 'name' | 'together'>): string {
  return together.length === 0 ? name : `${name}等${together.length + 1}名申请人`;
}

/**
 * 姓名相同 [FEE-16]: whether two applications under one proof of identity were made by one and the same, or by the same together. A number is easily written
 * down wrong, so that nobody is told of the applications of another by his number alone.
 */
export function isSameName(one: Named, other: Named): boolean {
  return nameKey(one) === nameKey(other);
}

type Named = Pick<Applicant, 'name' | 'together'> & Pick<InfoRequest, 'applicantKind'>;

function nameKey({ applicantKind, name, together = [] }: Named): string {
  const plain = (words: string) =>
    words
      .normalize('NFKC')
      .replace(/[^\p{L}\p{N}]/gu, '')
      .toUpperCase();
  return [applicantKind, plain(name), ...together.map(plain).sort()].join('|');
}

export interface RequestFile {
  readonly request: InfoRequest;
  /** In the order they were recorded, numbered from 1. */
  readonly facts: readonly RequestFact[];
  /** Digest of the applicant's code; leaves the room in no view. */
  readonly codeDigest: string;
  /** 复议、诉讼 about it; left out where nothing asks for them. */
  readonly remedies?: readonly RemedyFile[];
}

/** A file after an act, with the letters the act has issued. */
export interface ActedFile extends RequestFile {
  readonly issued: readonly Letter[];
}

/** A file that is opened: identity goes from here into the sealed table and nowhere else. */
export interface OpenedFile extends ActedFile {
  readonly applicant: Applicant;
}

/** 掩码 for lists: the family name of a person, the whole name of an organisation. */
export function maskedName(name: string, kind: ApplicantKindName): string {
  const letters = [...name.trim()];
  return kind === 'natural' ? `${letters[0] ?? ''}${'*'.repeat(Math.max(1, letters.length - 1))}` : name.trim();
}

/** The reply goes over the internet when the applicant asked for that. */
export function isOnline({ formWanted }: Pick<InfoRequest, 'formWanted'>): boolean {
  return formWanted === 'electronic';
}
