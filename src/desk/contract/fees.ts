/** 信息处理费: the notice while it is written, and 信息处理费台账, as the console sees them. */
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

/** 收费的两种算法: what each tariff gives, with the brackets it is summed from. */
export interface FeeView {
  /** 收到申请之日所在的自然月. */
  readonly month: string | null;
  /** Null once the identity was erased. */
  readonly counted: {
    readonly place: number;
    /** 本月累计. */
    readonly total: number;
    readonly before: readonly CountedApplication[];
    readonly after: readonly CountedApplication[];
    /** Withdrawn before a notice. */
    readonly leftOut: readonly CountedApplication[];
  } | null;
  readonly items: TariffView | null;
  readonly pages: TariffView | null;
  /** 可以一并告知的 [FEE-16]: the others of the month that owe a fee by their count and have no notice yet. */
  readonly joinable: readonly JointChoice[];
  /** 不能一并告知的 [FEE-16]: they owe a fee as well and bear another name under the same number. */
  readonly notJoinable: readonly NotJoinable[];
  /** 合并告知: the other applications on the notice in force; null where it tells of this one alone, and while there is none; `own`: what this one owes. */
  readonly together: { readonly number: string; readonly own: number; readonly files: readonly JointChoice[] } | null;
}

/** An application that may be dealt with along with the one on the screen. */
export interface JointChoice {
  readonly id: string;
  readonly number: string;
  readonly wanted: string;
  readonly state: string;
  /** 本自然月第几件. */
  readonly place: number;
  readonly yuan: number;
  /** 应答复日; null while none runs. */
  readonly dueOn: string | null;
  /** Its fee is waited for. */
  readonly owing: boolean;
  /** Number of the last thing that had happened in it: sent back with the act. */
  readonly seen: number;
}

export interface NotJoinable {
  readonly id: string;
  readonly number: string;
  readonly place: number;
  readonly why: string;
}

export interface CountedApplication {
  readonly id: string;
  readonly number: string;
  readonly receivedOn: string;
  /** 计几件. */
  readonly units: number;
  /** 姓名不同: the masked name it bears; left out where it is that of the application on the screen. */
  readonly otherName?: string;
}

export interface TariffView {
  readonly yuan: number;
  readonly steps: readonly { readonly says: string; readonly basis: string }[];
}
