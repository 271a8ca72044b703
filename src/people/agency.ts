import { type CivilDate, yearOf } from '../statute/civil-date.ts';

/** 行政机关 Agency: who makes, keeps and discloses government information (《条例》第二条、第十条). */
export type AgencyId = string;

export interface AgencyKind {
  readonly term: string;
  /** 年度报告截止, month-day of the following year (《条例》第四十九条). */
  readonly reportDue: '01-31' | '03-31';
  /** 各级人民政府的年报还应包括工作考核、社会评议和责任追究结果 (《条例》第五十条第一款第(四)项). */
  readonly reportsAccountability: boolean;
}

export const AGENCY_KINDS = {
  county: { term: '县人民政府', reportDue: '03-31', reportsAccountability: true },
  office: { term: '政府办公室', reportDue: '01-31', reportsAccountability: false },
  department: { term: '县政府工作部门', reportDue: '01-31', reportsAccountability: false },
  township: { term: '乡（镇）人民政府', reportDue: '01-31', reportsAccountability: true },
  subdistrict: { term: '街道办事处', reportDue: '01-31', reportsAccountability: false },
  justice: { term: '司法局', reportDue: '01-31', reportsAccountability: false },
  dispatched: { term: '县政府部门的派出机构', reportDue: '01-31', reportsAccountability: false },
  cityBranch: { term: '市级部门设在本县的分局', reportDue: '01-31', reportsAccountability: false },
  vertical: { term: '实行垂直领导的机关', reportDue: '01-31', reportsAccountability: false },
  zone: { term: '开发区管理委员会', reportDue: '01-31', reportsAccountability: false },
  authorised: { term: '法律法规授权的组织', reportDue: '01-31', reportsAccountability: false },
} as const satisfies Record<string, AgencyKind>;

export type AgencyKindName = keyof typeof AGENCY_KINDS;

/** How the disclosure office is reached: the six particulars a guide must give (《条例》第十二条). */
export interface OfficeContact {
  readonly office?: string;
  readonly address?: string;
  readonly hours?: string;
  readonly phone?: string;
  readonly fax?: string;
  readonly online?: string;
}

export interface Agency {
  readonly id: AgencyId;
  readonly parentId: AgencyId | null;
  readonly name: string;
  readonly kind: AgencyKindName;
  readonly creditCode: string | null;
  readonly contact: OfficeContact;
  /** 成立: absent where it was there before anybody asked. */
  readonly foundedOn?: CivilDate;
  /** 撤销: absent while it is there. */
  readonly ended?: AgencyEnd;
  /** 曾用名, the oldest first; absent where there are none. */
  readonly formerNames?: readonly FormerName[];
}

/** 撤销 and 承继 [ORG-2]: from that day on others continue its functions. */
export interface AgencyEnd {
  readonly on: CivilDate;
  readonly successors: readonly AgencyId[];
}

/** 曾用名 [ORG-3]: what it was called until the day before. */
export interface FormerName {
  readonly name: string;
  readonly until: CivilDate;
}

/** What it was called on a day. */
export function nameOn({ name, formerNames = [] }: Pick<Agency, 'name' | 'formerNames'>, day: CivilDate): string {
  return formerNames.find(({ until }) => day < until)?.name ?? name;
}

/** 应当报告的年度 [ORG-6, ANR-72]: from the year in which it was founded to the year in which it ended. */
export function reportsOf(year: number, { foundedOn, ended }: Pick<Agency, 'foundedOn' | 'ended'>): boolean {
  return (!foundedOn || yearOf(foundedOn) <= year) && (!ended || yearOf(ended.on) >= year);
}

/** 存续的机关: those that are still there, for whatever is chosen from now on. */
export function living<A extends Pick<Agency, 'ended'>>(agencies: readonly A[]): A[] {
  return agencies.filter(({ ended }) => ended === undefined);
}

/** 本级人民政府: the head of the tree, whose portal and whose report it is; undefined before the first set-up. */
export function headOf<A extends Pick<Agency, 'parentId'>>(agencies: readonly A[]): A | undefined {
  return agencies.find(({ parentId }) => parentId === null);
}

const BY_PINYIN = new Intl.Collator('zh-CN-u-co-pinyin', { numeric: true });
const KINDS = Object.keys(AGENCY_KINDS);

/** 机关的次序: as officials list them — the government, its office, departments, towns — and by pinyin within a kind; what was ended comes last. */
export function inOrder(agencies: readonly Agency[]): Agency[] {
  const rank = ({ parentId, kind, ended }: Agency) => [ended ? 1 : 0, parentId === null ? -1 : KINDS.indexOf(kind)];
  return [...agencies].sort((a, b) => {
    const [[endedA, kindA], [endedB, kindB]] = [rank(a), rank(b)];
    const byName = a.parentId === null ? 0 : BY_PINYIN.compare(a.name, b.name);
    return endedA! - endedB! || kindA! - kindB! || byName || (a.id < b.id ? -1 : 1);
  });
}

/** 承继机关 that are there today: through those that ended since. */
export function successorsOf<A extends Pick<Agency, 'id' | 'ended'>>(id: AgencyId, agencies: readonly A[]): A[] {
  const waiting = [id];
  const found: A[] = [];
  for (const at of waiting) {
    const agency = agencies.find((one) => one.id === at);
    if (agency?.ended) waiting.push(...agency.ended.successors.filter((next) => !waiting.includes(next)));
    else if (agency && at !== id) found.push(agency);
  }
  return found;
}

/** The agency and all below it, for rights that hold for a subtree. Order: the agency first. */
export function subtreeOf(root: AgencyId, agencies: readonly Agency[]): AgencyId[] {
  const found = [root];
  for (const id of found) {
    for (const child of agencies) if (child.parentId === id) found.push(child.id);
  }
  return found;
}

/** From an agency up to the top. */
export function lineAbove(id: AgencyId, agencies: readonly Pick<Agency, 'id' | 'parentId'>[]): AgencyId[] {
  const line: AgencyId[] = [];
  for (let at: AgencyId | null = id; at !== null && !line.includes(at); ) {
    const here: AgencyId = at;
    line.push(here);
    at = agencies.find((agency) => agency.id === here)?.parentId ?? null;
  }
  return line;
}

/**
 * 岗位所及 [ORG-5]: the subtree, and the ended agencies whose functions it continues: what they left behind is read, and looked after, by the people
 * of who came after. Figures are counted by `subtreeOf`.
 */
export function reachedFrom(root: AgencyId, agencies: readonly Agency[]): AgencyId[] {
  const found = subtreeOf(root, agencies);
  for (const id of found)
    for (const agency of agencies)
      if (agency.ended?.successors.includes(id) && !found.includes(agency.id)) found.push(agency.id);
  return found;
}
