/** The tables of `requests/` and how their rows read. */
import type { Selectable } from 'kysely';
import type { Database } from '../../platform/database.ts';
import { factFrom, rowOfFact } from '../../platform/fact-rows.ts';
import type { CivilDate } from '../../statute/civil-date.ts';
import type { ChannelName } from '../../statute/receipt.ts';
import type { ApplicantKindName } from '../applicant-kinds.ts';
import type { FactType, RequestFact } from '../facts.ts';
import type { FormWantedName } from '../forms-wanted.ts';
import type { InfoRequest } from '../info-request.ts';
import type { SeriesName } from '../numbers.ts';
import type { OutcomeName } from '../outcomes.ts';
import type { RequestState } from '../states.ts';

declare module '../../platform/database.ts' {
  interface Database {
    info_requests: {
      id: string;
      agency_id: string;
      number: string;
      query_number: string;
      code_digest: string;
      channel: ChannelName;
      applicant_kind: ApplicantKindName;
      arrived_on: CivilDate;
      received_on: CivilDate | null;
      state: RequestState;
      wanted: string;
      form_wanted: FormWantedName;
      outcome: OutcomeName | null;
      report_row: string | null;
      closed_on: CivilDate | null;
      replied_on: CivilDate | null;
      due_on: CivilDate | null;
      review_on: CivilDate | null;
    };
    request_facts: {
      request_id: string;
      n: number;
      agency_id: string;
      type: FactType;
      happened_on: CivilDate;
      recorded_at: Date;
      recorded_by: string;
      detail: object;
    };
    applicants: {
      request_id: string;
      agency_id: string;
      sealed: string;
      masked_name: string;
      key_digest: string;
    };
    number_series: { agency_id: string; kind: SeriesName; year: number; last: number };
    agency_marks: { agency_id: string; mark: string };
  }
}

export type RequestRow = Selectable<Database['info_requests']>;
type FactRow = Selectable<Database['request_facts']>;

export function toRequest(row: RequestRow): InfoRequest {
  return {
    id: row.id,
    agencyId: row.agency_id,
    number: row.number,
    queryNumber: row.query_number,
    channel: row.channel,
    applicantKind: row.applicant_kind,
    arrivedOn: row.arrived_on,
    receivedOn: row.received_on,
    state: row.state,
    wanted: row.wanted,
    formWanted: row.form_wanted,
    outcome: row.outcome,
    reportRow: row.report_row,
    closedOn: row.closed_on,
    repliedOn: row.replied_on,
  };
}

/** @param days what lists cache of what the facts tell */
export function fromRequest(
  request: InfoRequest,
  codeDigest: string,
  days: { readonly dueOn: CivilDate | null; readonly reviewOn: CivilDate | null },
): RequestRow {
  return {
    id: request.id,
    agency_id: request.agencyId,
    number: request.number,
    query_number: request.queryNumber,
    code_digest: codeDigest,
    channel: request.channel,
    applicant_kind: request.applicantKind,
    arrived_on: request.arrivedOn,
    received_on: request.receivedOn,
    state: request.state,
    wanted: request.wanted,
    form_wanted: request.formWanted,
    outcome: request.outcome,
    report_row: request.reportRow,
    closed_on: request.closedOn,
    replied_on: request.repliedOn,
    due_on: days.dueOn,
    review_on: days.reviewOn,
  };
}

export function toFact(row: FactRow): RequestFact {
  return factFrom(row);
}

export function fromFact({ id, agencyId }: InfoRequest, fact: RequestFact): FactRow {
  return { request_id: id, ...rowOfFact(agencyId, fact) };
}
