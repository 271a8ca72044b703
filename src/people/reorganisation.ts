/**
 * 机构改革 Reorganisation [ORG-1…ORG-4, ORG-8…ORG-10]: agencies are renamed, merged, split, abolished. 《条例》第十条 says who discloses: whoever
 * made the information, or keeps it. Where functions went to another agency, the information goes with them, and whoever received them handles what
 * is applied for and may not refuse because it has not been handed over yet (国办公开办函〔2019〕14号). No clock changes: the periods of 第三十三条
 * run from the day the application was received, by whichever agency.
 */
import { addDays, addMonths, type CivilDate, inProse, parseCivilDate } from '../statute/civil-date.ts';
import { type Refusal, refuse } from '../statute/refusal.ts';
import { type Actor, ALLOWED, denied, type Permission, requireRole } from './actor.ts';
import { type Agency, type AgencyId, lineAbove } from './agency.ts';

export const REORGANISATION_KINDS = {
  merge: { term: '合并', says: '几个机关并成一个，或者并入另一个；原机关撤销，职能由一个机关承继。' },
  split: { term: '分设', says: '一个机关分成几个；原机关撤销，职能由几个机关分别承继。' },
  abolish: { term: '撤销', says: '机关撤销，职能划给别的机关。' },
  rename: { term: '更名', says: '只改名称，机关还是这个机关，在办的事项不动。' },
} as const;

export type ReorganisationKind = keyof typeof REORGANISATION_KINDS;

export const REORGANISATION_STATES = { planned: '待实施', done: '已实施', cancelled: '已取消' } as const;
export type ReorganisationState = keyof typeof REORGANISATION_STATES;

/** 一件在办事项, as whoever administers agencies may see it: number and day, never what it is about. */
export interface OpenMatter {
  readonly id: string;
  readonly label: string;
  readonly dueOn: CivilDate | null;
}

/** Who gets one matter that was assigned by hand. */
export interface SingleHandOver {
  readonly kind: string;
  readonly id: string;
  readonly to: AgencyId;
}

/** What was ordered, as it was entered. */
export interface Order {
  readonly kind: ReorganisationKind;
  /** 更名或者撤销之日. */
  readonly on: CivilDate;
  /** 依据的文件, with its 文号. */
  readonly basis: string;
  readonly reason: string;
  /** 更名的机关, or those that end. */
  readonly about: readonly AgencyId[];
  readonly successors: readonly AgencyId[];
  /** 新名称; empty where it is no renaming. */
  readonly newName: string;
  readonly defaultTo: AgencyId;
  readonly byKind: Readonly<Record<string, AgencyId>>;
  readonly singles: readonly SingleHandOver[];
}

export interface Reorganisation extends Order {
  readonly id: string;
  readonly state: ReorganisationState;
  readonly madeBy: string;
  readonly madeAt: Date;
  readonly doneAt: Date | null;
  /** How many matters of each kind went over. */
  readonly handedOver: Readonly<Record<string, number>>;
}

export type ReorganisationCommand =
  /** `seen`: mark of the list that stood on the screen. */
  | ({ readonly verb: 'reorganise'; readonly seen: string } & Order)
  | { readonly verb: 'carryOut'; readonly reorganisationId: string }
  | { readonly verb: 'cancel'; readonly reorganisationId: string };

/** What the store found and locked. */
export interface ReorganisationLoaded {
  readonly agencies: readonly Agency[];
  /** Those that wait for their day. */
  readonly planned: readonly Reorganisation[];
  /** The one that is to be carried out, or cancelled. */
  readonly standing: Reorganisation | null;
  /** Officers who work for an agency that ends, or hold a post there. */
  readonly officers: readonly string[];
  /** How many open matters of each kind there are now, and their mark. */
  readonly counts: Readonly<Record<string, number>>;
  readonly mark: string;
}

/** Registered later than this after its day, a reorganisation would move what was long reported of. */
const PAST_DAYS = 30;
/** Planned further ahead it is no plan yet. */
const AHEAD_MONTHS = 12;

const BASIS = '机构改革登记';
const SUCCESSION = '国办公开办函〔2019〕14号';

/**
 * [ORG-8] 三员: the security administrator of every agency concerned, since posts move along. Whose own posts would move asks another: nobody
 * changes his own rights [SEC-10]. What was planned is carried out by the product on its day.
 */
export function permit(
  actor: Actor,
  command: ReorganisationCommand,
  { agencies, standing, officers }: Pick<ReorganisationLoaded, 'agencies' | 'standing' | 'officers'>,
): Permission {
  if (command.verb === 'carryOut' && actor.kind === 'system') return ALLOWED;
  const { about, successors } = command.verb === 'reorganise' ? command : standing!;
  const above = about.flatMap((id) => agencies.find((agency) => agency.id === id)?.parentId ?? id);
  const refused = [...about, ...successors, ...above]
    .map((agencyId) => requireRole(actor, ['securityAdmin'], agencyId))
    .find(({ allowed }) => !allowed);
  if (refused) return refused;
  if (officers.includes(actor.id))
    return denied(
      refuse(
        'SEC-10',
        '网络安全等级保护的要求（三员分立）',
        '你在被撤销的机关任职或者有岗位，移交会调整你自己的岗位。请由另一位安全管理员办理。',
      ),
    );
  return ALLOWED;
}

/** @param id for a new one */
export function decide(
  loaded: ReorganisationLoaded,
  command: ReorganisationCommand,
  {
    id,
    actor,
    today,
    at,
  }: { readonly id: string; readonly actor: Actor; readonly today: CivilDate; readonly at: Date },
): Reorganisation | Refusal {
  if (command.verb === 'cancel') {
    if (loaded.standing!.state !== 'planned') return refuse('WRONG_STATE', BASIS, wrongState(loaded.standing!));
    return { ...loaded.standing!, state: 'cancelled' };
  }
  if (command.verb === 'carryOut') {
    const { standing } = loaded;
    if (standing!.state !== 'planned') return refuse('WRONG_STATE', BASIS, wrongState(standing!));
    if (standing!.on > today) return refuse('ORG-10', BASIS, `这项改革${inProse(standing!.on)}实施，还没有到这一天。`);
    const refusal = refuseOrder(standing!, { ...loaded, planned: [] });
    return refusal ?? { ...standing!, state: 'done', doneAt: at, handedOver: loaded.counts };
  }
  const { verb, seen, ...given } = command;
  const order = { ...given, basis: given.basis.trim(), reason: given.reason.trim(), newName: given.newName.trim() };
  const refusal = refuseForm(order, today) ?? refuseOrder(order, loaded);
  if (refusal) return refusal;
  // [ORG-9]
  if (seen !== loaded.mark)
    return refuse('ORG-9', BASIS, '你看过清单以后，在办的事项有了变化，这次没有办理。请重新生成清单，看过再实施。');
  const now = order.on <= today;
  return {
    ...order,
    id,
    state: now ? 'done' : 'planned',
    madeBy: actor.id,
    madeAt: at,
    doneAt: now ? at : null,
    handedOver: now ? loaded.counts : {},
  };
}

function wrongState({ state }: Reorganisation): string {
  return `这项改革${REORGANISATION_STATES[state]}，不能再办。请刷新页面。`;
}

/** [ORG-1] */
export function refuseForm(order: Order, today: CivilDate): Refusal | undefined {
  const day = parseCivilDate(order.on);
  if (!day) return refuse('ORG-1', BASIS, '日期不存在或者格式不对，请按“2026-02-24”的格式填写。');
  if (day < addDays(today, -PAST_DAYS))
    return refuse(
      'ORG-1',
      BASIS,
      `日期在${PAST_DAYS}天以前，那以后的记录已经用在报表里。请核对；确实补登的，写今天，原日期写进理由。`,
    );
  if (day > addMonths(today, AHEAD_MONTHS)) return refuse('ORG-1', BASIS, '日期在一年以后，请到时候再登记。');
  if (order.basis === '')
    return refuse('ORG-1', BASIS, '请写明依据的文件和文号，例如“县委发〔2026〕3号《机构改革方案》”。');
  if (order.reason === '') return refuse('ORG-1', BASIS, '请写明事由，留痕和案卷里都用它。');
  return undefined;
}

/** [ORG-2] Whether the order can be: asked when it is entered, shown in the preview, and asked again on its day. */
export function refuseOrder(
  order: Order,
  { agencies, planned }: Pick<ReorganisationLoaded, 'agencies' | 'planned'>,
): Refusal | undefined {
  const { about, kind } = order;
  const found = (id: AgencyId) => agencies.find((agency) => agency.id === id);
  const nameOf = (id: AgencyId) => found(id)?.name ?? id;
  const no = (says: string, basis = BASIS) => refuse('ORG-2', basis, says);
  if (about.length === 0) return no(kind === 'rename' ? '请选择更名的机关。' : '请选择撤销的机关。');
  const gone = [...about, ...order.successors].find((id) => !found(id));
  if (gone !== undefined) return no('有一个机关不存在，请从列表里重新选择。');
  const over = about.map((id) => found(id)!).find(({ ended }) => ended);
  if (over) return no(`“${over.name}”${inProse(over.ended!.on)}已经撤销，不用再办。请刷新页面。`);
  const waiting = planned.find((one) => one.about.some((id) => about.includes(id) || order.successors.includes(id)));
  if (waiting)
    return no(
      `“${waiting.about.map(nameOf).join('、')}”已经登记了${inProse(waiting.on)}的${REORGANISATION_KINDS[waiting.kind].term}，请先取消那一项。`,
    );
  return kind === 'rename' ? refuseName(order, agencies) : refuseEnd(order, agencies, nameOf, no);
}

function refuseName({ about, newName }: Order, agencies: readonly Agency[]): Refusal | undefined {
  if (about.length > 1) return refuse('ORG-3', BASIS, '一次更名一个机关。');
  const [one] = agencies.filter(({ id }) => id === about[0]);
  if (newName === '') return refuse('ORG-3', BASIS, '请填写新的名称，写全称。');
  if (newName === one!.name) return refuse('ORG-3', BASIS, '新名称与现在的名称相同，请核对。');
  const taken = agencies.find(({ id, name }) => id !== one!.id && name === newName);
  return (
    taken && refuse('NAME_TAKEN', BASIS, `已经有名为“${newName}”的机关${taken.ended ? '（已撤销）' : ''}，请核对。`)
  );
}

function refuseEnd(
  { kind, about, successors, defaultTo, byKind, singles }: Order,
  agencies: readonly Agency[],
  nameOf: (id: AgencyId) => string,
  no: (says: string, basis?: string) => Refusal,
): Refusal | undefined {
  const root = agencies.find(({ id, parentId }) => about.includes(id) && parentId === null);
  if (root) return no(`“${root.name}”是最上级的机关，不能撤销；只是改名称的，请选“更名”。`);
  if (successors.length === 0) return no('请选择承继职能的机关；新设的，请先“添加机关”。', SUCCESSION);
  if (kind === 'merge' && successors.length > 1) return no('合并只有一个承继机关；分给几个的，请选“分设”或者“撤销”。');
  if (kind === 'split' && successors.length < 2)
    return no('分设要有两个以上承继机关；只有一个的，请选“合并”或者“撤销”。');
  if (kind !== 'merge' && about.length > 1) return no('一次办理一个机关；几个机关并成一个的，请选“合并”。');
  const itself = successors.find((id) => about.includes(id));
  if (itself !== undefined) return no(`“${nameOf(itself)}”不能由自己承继。并入它的，不要把它选为撤销的机关。`);
  const ended = successors.map((id) => agencies.find((agency) => agency.id === id)!).find((agency) => agency.ended);
  if (ended) return no(`“${ended.name}”${inProse(ended.ended!.on)}已经撤销，不能承继。请选择现在的机关。`);
  const under = successors.find((id) => lineAbove(id, agencies).some((line) => about.includes(line)));
  if (under !== undefined)
    return no(`“${nameOf(under)}”在被撤销的机关之下，它的上级撤销以后要随之移交，不能由它承继。请选择同级的机关。`);
  const chosen = [defaultTo, ...Object.values(byKind), ...singles.map(({ to }) => to)];
  if (chosen.some((id) => !successors.includes(id))) return no('移交只能给所选的承继机关，请重新选择移交的去向。');
  return undefined;
}

/** Who gets a matter: as it was assigned by hand, by its kind, or to the one for all. */
export function receiverOf(
  { singles, byKind, defaultTo }: Pick<Order, 'singles' | 'byKind' | 'defaultTo'>,
  kind: string,
  id: string,
): AgencyId {
  return singles.find((one) => one.kind === kind && one.id === id)?.to ?? byKind[kind] ?? defaultTo;
}
