/** 机构和人员, as the console sees them. Every change answers the whole view anew. */
import type { Term, VerbView } from './words.ts';

export interface OfficerView {
  readonly id: string;
  readonly name: string;
  readonly signInName: string;
  readonly agencyId: string;
  readonly agency: string;
  readonly roles: readonly string[];
  /** The same by name, each for an agency and all below it. */
  readonly rights: readonly { readonly role: string; readonly agencyId: string }[];
  readonly active: boolean;
  /** 绑定统一身份认证之日 (ISO 8601); null: not bound. */
  readonly boundSince: string | null;
}

export interface PeopleView {
  readonly officers: readonly OfficerView[];
  readonly agencies: readonly (Term & {
    readonly kind: string;
    readonly parent: string | null;
    readonly creditCode: string | null;
    /** 成立日期; null where it was there before anybody asked. */
    readonly foundedOn: string | null;
    /** 已撤销: since when, and who came after. */
    readonly ended: { readonly on: string; readonly successors: readonly string[] } | null;
    /** 曾用名, until the day before. */
    readonly formerNames: readonly { readonly name: string; readonly until: string }[];
  })[];
  readonly roles: readonly (Term & { readonly duty: string })[];
  readonly agencyKinds: readonly Term[];
  /** 统一身份认证 is in use. */
  readonly provider: boolean;
  /** Adding and changing officers and agencies. */
  readonly administer: VerbView;
}
