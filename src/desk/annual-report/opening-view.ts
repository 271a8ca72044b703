/** 期初登记和人工数的视图: what the forms offer, and for which agencies this officer may enter what. */
import { permit as permitCounts } from '../../enforcement/permissions.ts';
import { permit as permitInteraction } from '../../interaction/decide.ts';
import { INTERACTION_KINDS } from '../../interaction/interaction.ts';
import type { Permission } from '../../people/actor.ts';
import type { AgencyId } from '../../people/agency.ts';
import { listAgencies } from '../../people/store.ts';
import type { Db } from '../../platform/database.ts';
import { STANDARD_COLUMNS } from '../../publications/columns.ts';
import { DOCUMENT_KINDS } from '../../publications/document-kinds.ts';
import { APPLICANT_KINDS } from '../../requests/applicant-kinds.ts';
import { FORMS_WANTED } from '../../requests/forms-wanted.ts';
import { CHANNELS } from '../../statute/receipt.ts';
import { type Refusal, refuse } from '../../statute/refusal.ts';
import type { OpeningView, Term } from '../contract.ts';
import type { DeskDeps } from '../desk.ts';
import type { Officer } from '../reach.ts';
import { applicationsCarriedOver, documentsInForce } from './balances.ts';

/** Something that is entered for an agency. */
export interface EnteredFor {
  mayEnter(officer: Officer, agencyId: AgencyId): Permission;
}

export const COUNTS: EnteredFor = {
  mayEnter: (officer, agencyId) => permitCounts(officer, { verb: 'recordCounts', agencyId, counts: [] }),
};

export const INTERACTIONS: EnteredFor = {
  mayEnter: (officer, agencyId) =>
    permitInteraction(officer, { verb: 'record', agencyId, kind: 'interview', title: '', heldOn: '' as never }),
};

export async function openingView(deps: DeskDeps, officer: Officer): Promise<OpeningView> {
  const agencies = await listAgencies(deps.house.db);
  const agenciesFor = (what: EnteredFor): Term[] =>
    agencies.filter(({ id }) => what.mayEnter(officer, id).allowed).map(({ id, name }) => ({ name: id, term: name }));
  return {
    documentKinds: terms(DOCUMENT_KINDS),
    columns: STANDARD_COLUMNS.map(({ key, name }) => ({ name: key, term: name })),
    channels: terms(CHANNELS),
    applicantKinds: terms(APPLICANT_KINDS),
    formsWanted: terms(FORMS_WANTED),
    // Posts are recorded on their account.
    interactionKinds: Object.entries(INTERACTION_KINDS)
      .filter(([name]) => name !== 'post')
      .map(([name, kind]) => ({ name, ...kind })),
    documentsFor: agenciesFor(documentsInForce(deps)),
    applicationsFor: agenciesFor(applicationsCarriedOver(deps)),
    countsFor: agenciesFor(COUNTS),
    interactionsFor: agenciesFor(INTERACTIONS),
  };
}

/** Asked before a file is read: whoever may enter it for no agency at all is told so, and what is his is not. */
export async function refuseWithoutAgency(
  { house }: { readonly house: { readonly db: Db } },
  officer: Officer,
  what: EnteredFor,
): Promise<Refusal | undefined> {
  const answers = (await listAgencies(house.db)).map(({ id }) => what.mayEnter(officer, id));
  const [first] = answers;
  if (first === undefined) return refuse('NO_SUCH_AGENCY', '岗位权限', '还没有建立机关，请先完成首次设置。');
  if (first.allowed || answers.some(({ allowed }) => allowed)) return undefined;
  return first.refusal;
}

function terms(table: Readonly<Record<string, { readonly term: string }>>): Term[] {
  return Object.entries(table).map(([name, { term }]) => ({ name, term }));
}
