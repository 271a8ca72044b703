/** 机构改革的视图: what was ordered, and the list of what would go over. */

import { acceptedHandUps } from '../../../annual-report/store/hand-ups.ts';
import { latestReport } from '../../../annual-report/store/reports.ts';
import { type Agency, type AgencyId, living } from '../../../people/agency.ts';
import {
  type Order,
  permit,
  REORGANISATION_KINDS,
  REORGANISATION_STATES,
  type Reorganisation,
  type ReorganisationKind,
  receiverOf,
  refuseForm,
  refuseOrder,
} from '../../../people/reorganisation.ts';
import { listReorganisations } from '../../../people/store/reorganisations.ts';
import { listAgencies, namesOfOfficers } from '../../../people/store.ts';
import type { House } from '../../../perform.ts';
import { civilDateAt, inProse, yearOf } from '../../../statute/civil-date.ts';
import { isRefusal, type Refusal } from '../../../statute/refusal.ts';
import type { HandedCount, ReorganisationLine, ReorganisationPreview, ReorganisationsView } from '../../contract.ts';
import { enter, type Officer, termsOf } from '../../reach.ts';
import { HANDED_KIND_NAMES, HANDED_KINDS, type HandedKindName } from './handed-kinds.ts';
import { countsOf, markOf, openMattersOf } from './stairs.ts';

export async function reorganisationsView(house: House, officer: Officer): Promise<ReorganisationsView | Refusal> {
  const room = enter('people', officer);
  if (isRefusal(room)) return room;
  const today = civilDateAt(house.now());
  const [agencies, all] = [await listAgencies(house.db), await listReorganisations(house.db)];
  const shown = all.filter(({ about }) => about.some((id) => room.includes(id)));
  const names = await namesOfOfficers(house.db, [...new Set(shown.map(({ madeBy }) => madeBy))]);
  const administered = officer.reach.securityAdmin ?? [];
  const nameOf = (id: AgencyId) => agencies.find((agency) => agency.id === id)?.name ?? '';
  const line = (one: Reorganisation): ReorganisationLine => {
    const held = one.state === 'planned' && one.on <= today ? refuseOrder(one, { agencies, planned: [] }) : undefined;
    return {
      ...{ id: one.id, kind: one.kind, kindTerm: REORGANISATION_KINDS[one.kind].term, on: one.on },
      about: one.about.map((id) => oldNameOf(one, id, agencies)),
      successors: one.successors.map(nameOf),
      ...{ newName: one.newName, basis: one.basis, reason: one.reason },
      ...{ state: one.state, stateTerm: REORGANISATION_STATES[one.state], by: names.get(one.madeBy) ?? '系统' },
      ...{ at: one.madeAt.toISOString(), doneAt: one.doneAt?.toISOString() ?? null },
      handedOver: countsTold(one.handedOver),
      mayCancel: one.state === 'planned' && one.about.every((id) => administered.includes(id)),
      held: held?.says ?? null,
    };
  };
  const allowed = administered.length > 0;
  const roles = termsOf(['securityAdmin']);
  return {
    today,
    kinds: (Object.keys(REORGANISATION_KINDS) as ReorganisationKind[]).map((name) => ({
      name,
      ...REORGANISATION_KINDS[name],
    })),
    agencies: living(agencies)
      .filter(({ id }) => administered.includes(id))
      .map(({ id, name, parentId }) => ({ name: id, term: name, parent: parentId === null ? null : nameOf(parentId) })),
    lines: shown.map(line),
    order: {
      ...{ verb: 'reorganise', term: '机构改革', basis: '国办公开办函〔2019〕14号', allowed },
      why: allowed ? null : `机构改革由${roles}办理，你只能查看。`,
      causes: '原机关留作记录，在办事项连同期限一并移交，逐件留痕；一次办完，中途断电不会办一半。',
      roles,
    },
  };
}

/** What a renamed agency was called until then. */
function oldNameOf({ kind, state, newName, on }: Reorganisation, id: AgencyId, agencies: readonly Agency[]): string {
  const agency = agencies.find((one) => one.id === id);
  if (!agency) return '';
  if (kind !== 'rename' || state !== 'done') return agency.name;
  const names = [...(agency.formerNames ?? []).map(({ name }) => name), agency.name];
  const at = agency.formerNames?.findIndex(({ until }, i) => until === on && names[i + 1] === newName) ?? -1;
  return at < 0 ? agency.name : names[at]!;
}

export function countsTold(counts: Readonly<Record<string, number>>): HandedCount[] {
  return HANDED_KIND_NAMES.flatMap((name) => {
    const { term, measure } = HANDED_KINDS[name];
    return counts[name] ? [{ term, measure, count: counts[name] }] : [];
  });
}

/** 预览: changes nothing. */
export async function previewOf(
  house: House,
  officer: Officer,
  order: Order,
): Promise<ReorganisationPreview | Refusal> {
  const room = enter('people', officer);
  if (isRefusal(room)) return room;
  const today = civilDateAt(house.now());
  const [agencies, all] = [await listAgencies(house.db), await listReorganisations(house.db)];
  const known = order.about.filter((id) => agencies.some((agency) => agency.id === id));
  const permitted = (officers: readonly string[]) =>
    permit(officer, { verb: 'reorganise', seen: '', ...order }, { agencies, standing: null, officers });
  // Asked before anything is read of an agency that is not his.
  const first = permitted([]);
  if (!first.allowed) return first.refusal;
  const refusal =
    refuseForm(order, today) ??
    refuseOrder(order, { agencies, planned: all.filter(({ state }) => state === 'planned') });
  if (refusal) return refusal;
  const matters = order.kind === 'rename' ? [] : await openMattersOf(house.db, known);
  const second = permitted(matters.filter(({ kind }) => kind === 'officers').map(({ id }) => id));
  if (!second.allowed) return second.refusal;
  const nameOf = (id: AgencyId) => agencies.find((agency) => agency.id === id)!.name;
  const group = (kind: HandedKindName) => ({
    ...{ kind, term: HANDED_KINDS[kind].term, measure: HANDED_KINDS[kind].measure },
    matters: matters
      .filter((matter) => matter.kind === kind)
      .map(({ id, label, from, dueOn }) => ({ id, label, from: nameOf(from), dueOn, to: receiverOf(order, kind, id) })),
  });
  const now = order.on <= today;
  return {
    mark: markOf(matters),
    groups: HANDED_KIND_NAMES.filter((kind) => countsOf(matters)[kind]).map(group),
    total: matters.length,
    now,
    hints: [
      ...(now ? [] : [`${inProse(order.on)}由系统实施，移交的是到那一天还没有办完的；逐件指定的去向仍然有效。`]),
      ...(await reportHints(house, order, nameOf)),
    ],
    stays: order.kind === 'rename' ? RENAMED : STAYS,
  };
}

const STAYS = [
  '办结的案卷、公开过的信息、制发过的文书留在原机关名下备查，名称不变，承继机关的人员可以查看和维护。',
  '收到申请之日、应答复日和其他期限不变，承继机关接着办。',
  '原机关当年的年报数字截至撤销之日仍是它自己的，汇总时只计一次；移交的申请在原机关计“结转下年”，在承继机关计“上年结转”。',
  '巡查值班表、审校规则、文书用语不移交，承继机关用自己的。',
];
const RENAMED = [
  '在办的事项不动，仍由这个机关办理。',
  '以前的文书、公开的信息和年报保持当时的名称；门户上的机关页面、以后的文书用新名称，网址不变。',
];

/** [ORG-6] The reports of an agency that ends are finished by others. */
async function reportHints({ db }: House, order: Order, nameOf: (id: AgencyId) => string): Promise<string[]> {
  if (order.kind === 'rename') return [];
  const hints: string[] = [];
  const year = yearOf(order.on);
  for (const id of order.about) {
    const [last, handed] = [await latestReport(db, id, year - 1), await acceptedHandUps(db, [id], [year - 1])];
    if (handed.length === 0 && last?.state !== 'published')
      hints.push(
        `“${nameOf(id)}”${year - 1}年度的年报还没有报送。最好先报送；撤销以后由承继机关的统计人员编完、报送。`,
      );
    hints.push(`“${nameOf(id)}”${year}年度的年报截至${inProse(order.on)}，由承继机关的统计人员编完、报送。`);
  }
  return hints;
}
