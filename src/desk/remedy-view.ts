/** 复议、诉讼案件, in words, with what may be recorded next. */
import type { AgencyId } from '../people/agency.ts';
import { CONCLUSIONS, RESULTS } from '../requests/remedies/conclusions.ts';
import { permit, permitNext } from '../requests/remedies/permissions.ts';
import { REMEDY_KINDS, type Remedy, STAGES } from '../requests/remedies/remedy.ts';
import type { AgencyNames } from './agency-names.ts';
import type { RemedyView, VerbView } from './contract.ts';
import type { Officer } from './reach.ts';
import { remedyVerbView } from './verb-view.ts';

/** @param number 登记号 of the application it is about */
export function remedyView(remedy: Remedy, officer: Officer, nameOf: AgencyNames, number: string | null): RemedyView {
  const { kind, conclusion, result } = remedy;
  return {
    id: remedy.id,
    agency: nameOf(remedy.agencyId),
    requestId: remedy.requestId,
    requestNumber: number,
    kind: REMEDY_KINDS[kind].term,
    of: kind === 'review' ? 'review' : 'litigation',
    caseNumber: remedy.caseNumber,
    body: remedy.body,
    stage: STAGES[remedy.stage].term,
    filedOn: remedy.filedOn,
    closedOn: remedy.closedOn,
    conclusion: conclusion && CONCLUSIONS[conclusion].term,
    result: result && RESULTS[result].term,
    verbs: (['recordResult', 'recordNextInstance'] as const).map((verb) =>
      remedyVerbView(verb, permitNext(officer, verb, remedy)),
    ),
  };
}

export function mayRecordRemedy(officer: Officer, agencyId: AgencyId): VerbView {
  return remedyVerbView('recordRemedy', permit(officer, 'recordRemedy', agencyId));
}
