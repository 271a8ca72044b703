/** 依申请公开, as the console sees it. Kinds, states and outcomes are told by their terms, ready to be read. */
import type { Issue } from '../../statute/issue.ts';
import type { Consulted } from '../../statute/reply-clock/history.ts';
import type { Certainty, Light } from '../../statute/reply-clock/reckoning.ts';
import type { RemedyView } from './remedies.ts';
import type { Term, VerbView } from './words.ts';

export interface RequestLineView {
  readonly id: string;
  readonly number: string;
  readonly agency: string;
  readonly wanted: string;
  readonly maskedName: string;
  readonly channel: string;
  readonly arrivedOn: string;
  readonly receivedOn: string | null;
  readonly state: string;
  readonly light: Light;
  readonly late: boolean;
  readonly dueOn: string | null;
  readonly workdaysLeft: number | null;
  readonly closedOn: string | null;
  readonly outcome: string | null;
  /** Why no clock can be read off the record; such a file is told and hides no other. */
  readonly problem: string | null;
  /** 下一步, and whom it waits for (`null`: an officer); null once it is archived. */
  readonly step: { readonly term: string; readonly waitsFor: string | null } | null;
}

export interface RequestPage {
  readonly lines: readonly RequestLineView[];
  readonly total: number;
  readonly pageSize: number;
}

export interface KnotView {
  readonly on: string;
  readonly says: string;
  readonly basis: string;
  /** `waits`: the days that follow are not counted. `aside`: what the clock passes over, such as returned mail. */
  readonly kind: 'passed' | 'waits' | 'aside' | 'due';
}

export interface HistoryLine {
  readonly n: number;
  readonly on: string;
  readonly what: string;
  readonly particulars: readonly { readonly term: string; readonly text: string }[];
  readonly by: string;
  readonly recordedAt: string;
  /** 制发的文书, to be downloaded. */
  readonly letters: readonly { readonly kind: string; readonly term: string; readonly number: string | null }[];
  /** Number and hash in the ledger. */
  readonly ledger: { readonly seq: number; readonly hash: string } | null;
}

export interface RequestFileView {
  /** Number of the last thing that happened: every act sends it back. */
  readonly seen: number;
  readonly line: RequestLineView;
  readonly queryNumber: string;
  readonly applicantKind: string;
  readonly formWanted: string;
  readonly today: string;
  /** The sentence above the next step. */
  readonly situation: string;
  readonly next: VerbView | null;
  readonly verbs: readonly VerbView[];
  readonly clock: {
    readonly due: string | null;
    readonly provisional: boolean;
    readonly knots: readonly KnotView[];
    readonly steps: readonly { readonly says: string; readonly basis: string; readonly certainty: Certainty }[];
    readonly sideClocks: readonly {
      readonly term: string;
      readonly due: string | null;
      readonly says: string;
      readonly open: boolean;
    }[];
    readonly breaks: readonly string[];
    readonly makeUpDays: readonly string[];
  };
  /** Consultations without an answer, and papers whose receipt is not known: what acts speak of by number. */
  readonly consultations: readonly {
    readonly n: number;
    readonly whom: Consulted;
    readonly term: string;
    readonly name: string;
    readonly on: string;
  }[];
  /** 不同意公开的第三方, of the draft that stands; `open`: he is still to be dealt with. */
  readonly dissents: readonly {
    readonly n: number;
    readonly name: string;
    readonly says: string;
    readonly open: boolean;
    /** What was decided of it before the signature; null while nothing was. */
    readonly decided: { readonly ground: string; readonly what: string; readonly why: string } | null;
  }[];
  /** 已经签发: who objected is told what was decided, and nothing is decided any more. */
  readonly dissentsDecided: boolean;
  /** 协办, in the order they were sent. */
  readonly tasks: readonly {
    readonly n: number;
    readonly name: string;
    readonly what: string;
    readonly state: string;
    readonly dueOn: string;
    readonly late: boolean;
    /** Its day comes after that of the reply. */
    readonly afterReply: boolean;
    /** Who has to move: the department that was asked, or who asked it; null once it is over. */
    readonly waitsFor: 'asked' | 'asking' | null;
    readonly answer: string;
    readonly reminders: number;
  }[];
  /** 协办期限的默认值 of a task sent today; null while no clock can be read. */
  readonly usualTaskDay: string | null;
  readonly papers: readonly {
    readonly n: number;
    readonly term: string;
    readonly on: string;
    /** 退回, and not sent again. */
    readonly returned: boolean;
  }[];
  /** As it was written: names of outcome and grounds as in the vocabulary. */
  readonly draft: {
    readonly outcome: string;
    readonly grounds: Readonly<Record<string, string>>;
    readonly judgement: JudgementView | null;
    readonly text: string;
    /** 分项; empty for a reply that answers the application as one. */
    readonly parts: readonly {
      readonly what: string;
      readonly outcome: string;
      readonly grounds: Readonly<Record<string, string>>;
      readonly judgement: JudgementView | null;
    }[];
    /** By which rule the main outcome follows from the parts, or why it is another; empty without parts. */
    readonly mainSays: string;
  } | null;
  readonly history: readonly HistoryLine[];
  readonly bySameApplicant: readonly RequestLineView[];
  /** 复议、诉讼 about this file, and whether one may be recorded. */
  readonly remedies: readonly RemedyView[];
  readonly recordRemedy: VerbView;
  /** 不予公开的评估审查 (第十八条), the latest first; null where nothing was refused on a ground that may lapse. */
  readonly refusalReview: {
    /** Null once it may be disclosed. */
    readonly dueOn: string | null;
    readonly late: boolean;
    readonly reviews: readonly {
      readonly n: number;
      readonly on: string;
      readonly verdict: string;
      readonly until: string | null;
      readonly why: string;
      readonly by: string;
    }[];
  } | null;
  /** 转主动公开 (第四十四条); null while there is nothing everybody may have. */
  readonly proactive: {
    /** Nothing was decided about it yet; `by`: the applicant or an officer. */
    readonly suggestion: {
      readonly n: number;
      readonly on: string;
      readonly by: string;
      readonly why: string;
    } | null;
    readonly decision: {
      readonly on: string;
      readonly by: string;
      readonly adopted: boolean;
      readonly why: string;
    } | null;
    /** What it became, for those who read what is drafted. */
    readonly document: { readonly id: string; readonly title: string; readonly state: string } | null;
    /** 多个申请人申请相同信息: others who were given the like. */
    readonly alike: readonly RequestLineView[];
  } | null;
  /** 重新答复的期限 in words while a new reply is under way; the line tells the day. */
  readonly redo: string | null;
  /** Cases for which a new reply may be begun. */
  readonly mayRedo: readonly Term[];
  readonly mayOpenIdentity: boolean;
  readonly mayAddFiles: boolean;
  readonly mayReadLooks: boolean;
  readonly renewCode: VerbView;
  /** 期限的变动 by a holiday notice or a setting, the latest first. */
  readonly moves: readonly {
    readonly at: string;
    readonly from: string | null;
    readonly to: string | null;
    readonly because: string;
  }[];
}

/** 补发的查询码, shown once. */
export interface RenewedCodeView {
  readonly queryNumber: string;
  readonly code: string;
}

/** Identity of an applicant, opened on purpose and with a trace. */
export interface IdentityView {
  readonly name: string;
  readonly identity: string;
  readonly phone: string;
  readonly email: string;
  readonly address: string;
  readonly representative: string;
  /** 代理人 with his proof of identity and telephone; empty where there is none. */
  readonly agent: string;
  /** 共同申请的其他人. */
  readonly together: string;
}

export interface RegisteredView {
  readonly id: string;
  readonly number: string;
  readonly queryNumber: string;
  /** Shown once: only its digest is kept. */
  readonly code: string;
  readonly lacks: readonly Issue[];
}

/** 附件 of a file, without its content. */
export interface AttachmentView {
  readonly id: string;
  readonly name: string;
  /** 用途, in words. */
  readonly purpose: string;
  readonly kind: string;
  readonly bytes: number;
  readonly sha256: string;
  /** ISO time. */
  readonly addedAt: string;
  readonly byApplicant: boolean;
  /** 提供的信息: goes out with the draft that stands, with the next one, or was put there after a draft that gives something and goes out with none. */
  readonly providing: 'withDraft' | 'withNextDraft' | 'leftOut' | null;
  /** The officer who asks may take it out again. */
  readonly removable: boolean;
  /** The officer who asks put it here himself, and no act has taken it along yet. */
  readonly usable: boolean;
  /** The act it went with, in words; null while none has. */
  readonly usedBy: string | null;
  /** 查出的, of what is to be provided, each with the decision that let it stand. */
  readonly findings: readonly {
    readonly key: string;
    readonly says: string;
    readonly advice: string;
    readonly basis: string;
    readonly cleared: { readonly by: string; readonly on: string; readonly why: string } | null;
  }[];
  /** The officer who asks may decide on what was found. */
  readonly mayClear: boolean;
  /** Why it cannot be opened, in words; null where it can. */
  readonly quarantined: string | null;
}

/** 研判记录 of a draft or a part of it. */
export interface JudgementView {
  readonly answers: readonly { readonly question: string; readonly yes: boolean }[];
  /** Name of the outcome they led to. */
  readonly judged: string;
  /** Why it was not followed; empty when it was. */
  readonly why: string;
}

/** 研判的参考. */
export interface TriageAidsView {
  /** 同一申请人的其他申请, the newest first. */
  readonly same: readonly RequestLineView[];
  /** 相似的申请 by others, closed, the nearest first. */
  readonly similar: readonly RequestLineView[];
  /** 已经公开的, where the portal shows it; null while the installation does not know its own address. */
  readonly published: readonly {
    readonly title: string;
    readonly docNo: string | null;
    readonly publishedOn: string;
    readonly address: string | null;
  }[];
}
