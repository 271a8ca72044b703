/** 用语表: what the console's forms offer, read off the tables of the rooms, so that one more entry there is one more choice here. */
import { formatFor } from '../annual-report/form.ts';
import { APPLICANT_KINDS } from '../requests/applicant-kinds.ts';
import { GROUNDS, RECORDS } from '../requests/asks.ts';
import { arrivalTerm, needsConfirmation } from '../requests/channels.ts';
import { ARRIVALS, CARRIERS, RECEIVERS } from '../requests/dispatch.ts';
import { FORMS_WANTED } from '../requests/forms-wanted.ts';
import { IDENTITY_REASONS } from '../requests/identity-reasons.ts';
import { isOpen, OUTCOME_NAMES, type OutcomeName, outcomeOf } from '../requests/outcomes.ts';
import { agenciesToRegisterAt } from '../requests/permissions.ts';
import { RECEIPT_RECORDS, recordsAsked } from '../requests/receipt-records.ts';
import { CONCLUSIONS, RESULTS } from '../requests/remedies/conclusions.ts';
import { PROCEDURES, REMEDY_KINDS, STAGES } from '../requests/remedies/remedy.ts';
import { REMEDY_PATHS } from '../requests/remedy-paths.ts';
import { FILE_PURPOSES } from '../requests/request-files.ts';
import { RETURN_REASONS } from '../requests/returned-mail.ts';
import { SERVICE_METHODS } from '../requests/service-methods.ts';
import { STATES } from '../requests/states.ts';
import { type Lead, TRIAGE } from '../requests/triage/tree.ts';
import { verbOf } from '../requests/verbs.ts';
import { type CivilDate, yearOf } from '../statute/civil-date.ts';
import { CHANNELS } from '../statute/receipt.ts';
import type { OutcomeView, Term, TriageLeadView, Vocabulary } from './contract.ts';
import { agenciesIn, type Officer } from './reach.ts';

/** @param agencies `ended`: what it left is read, nothing new begins with it */
export function vocabularyOf(
  officer: Officer,
  today: CivilDate,
  agencies: readonly (Term & { readonly ended: boolean })[],
): Vocabulary {
  const all = agencies.map(({ name, term }) => ({ name, term }));
  const there = agencies.filter(({ ended }) => !ended).map(({ name, term }) => ({ name, term }));
  const named = (among: readonly Term[], ids: readonly string[]) => among.filter(({ name }) => ids.includes(name));
  return {
    channels: entriesOf(CHANNELS).map(([name, { term, basis }]) => ({
      name,
      term,
      arrival: arrivalTerm(name),
      needsConfirmation: needsConfirmation(name),
      records: recordsAsked(name).map((record) => ({
        name: record,
        term: RECEIPT_RECORDS[record].term,
        hint: RECEIPT_RECORDS[record].hint,
      })),
      basis,
    })),
    applicantKinds: entriesOf(APPLICANT_KINDS).map(([name, { term }]) => ({ name, term, natural: name === 'natural' })),
    formsWanted: terms(FORMS_WANTED),
    states: terms(STATES),
    outcomes: OUTCOME_NAMES.filter((name) => isOpen(name, 'reply', today)).map((name) => outcomeView(name, today)),
    triage: entriesOf(TRIAGE).map(([name, { asks, means, example, basis, yes, no }]) => ({
      name,
      term: asks,
      means,
      example,
      basis,
      yes: leadView(yes),
      no: leadView(no),
    })),
    serviceMethods: entriesOf(SERVICE_METHODS).map(([name, { term, day, evidence }]) => ({
      name,
      term,
      day,
      evidence,
    })),
    carriers: terms(CARRIERS),
    receivers: terms(RECEIVERS),
    arrivals: terms(ARRIVALS),
    returnReasons: terms(RETURN_REASONS),
    agencies: named(there, agenciesToRegisterAt(officer)),
    agenciesAsked: there,
    agenciesRead: named(all, agenciesIn('requests', officer)),
    filePurposes: terms(FILE_PURPOSES),
    identityReasons: terms(IDENTITY_REASONS),
    remedyKinds: entriesOf(REMEDY_KINDS).map(([name, { term, body }]) => ({ name, term, body })),
    conclusions: entriesOf(CONCLUSIONS).map(([name, { term, of, result, basis, mayOrder }]) => ({
      name,
      term,
      of,
      mayOrder,
      result: RESULTS[result].term,
      basis,
    })),
    procedures: terms(PROCEDURES),
    nextInstances: (['secondInstance', 'retrial'] as const).map((name) => ({ name, term: STAGES[name].term })),
  };
}

function outcomeView(name: OutcomeName, today: CivilDate): OutcomeView {
  const { term, basis, reportRow, grounds, records, remedy } = outcomeOf(name);
  return {
    name,
    term,
    basis,
    group: groupOf(reportRow, today),
    remedy: REMEDY_PATHS[remedy].term,
    grounds: grounds.map((ground) => ({ name: ground, ...GROUNDS[ground] })),
    records: records.map((record) => RECORDS[record].term),
  };
}

function leadView(lead: Lead): TriageLeadView {
  return {
    question: 'to' in lead ? lead.to : null,
    outcome: 'outcome' in lead && lead.outcome !== 'asExempted' ? lead.outcome : null,
    exempts: 'exempts' in lead ? lead.exempts : null,
    first: 'first' in lead ? { term: verbOf(lead.first).term, says: lead.says } : null,
  };
}

/** The heading of 表三 an outcome is counted under: “（三）不予公开”. */
function groupOf(code: string, today: CivilDate): string {
  const row = formatFor(yearOf(today)).rows.find((one) => one.code === code);
  return row?.within[1] ?? row?.label ?? '';
}

function terms(table: Readonly<Record<string, { readonly term: string }>>): Term[] {
  return Object.entries(table).map(([name, { term }]) => ({ name, term }));
}

function entriesOf<Name extends string, Entry>(table: Readonly<Record<Name, Entry>>): (readonly [Name, Entry])[] {
  return Object.entries(table) as [Name, Entry][];
}
