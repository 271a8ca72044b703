/** 机构和人员, as the console sees them. */
import type { Term } from './words.ts';

export interface PeopleView {
  readonly officers: readonly {
    readonly id: string;
    readonly name: string;
    readonly signInName: string;
    readonly agency: string;
    readonly roles: readonly string[];
    readonly active: boolean;
  }[];
  readonly agencies: readonly (Term & { readonly kind: string; readonly parent: string | null })[];
  readonly roles: readonly (Term & { readonly duty: string })[];
  readonly agencyKinds: readonly Term[];
}
