/** 信息处理费台账, as the console sees it. */
export interface FeeSumsView {
  readonly notices: number;
  readonly noticedYuan: number;
  readonly paidYuan: number;
  readonly refundedYuan: number;
  readonly collectedYuan: number;
}

export interface FeeLedgerView {
  readonly year: number;
  /** By agency; those without an entry are left out. */
  readonly agencies: readonly (FeeSumsView & { readonly name: string; readonly term: string })[];
  readonly total: FeeSumsView;
  readonly entries: readonly FeeEntryView[];
}

export interface FeeEntryView {
  readonly requestId: string;
  readonly n: number;
  readonly on: string;
  readonly agency: string;
  readonly number: string;
  readonly what: string;
  readonly yuan: number;
  readonly paper: string;
  readonly note: string;
  readonly counts: boolean;
  /** The officer may open the file. */
  readonly opens: boolean;
}
