/** 主动公开, as the console sees it. */
import type { PublicationVerb } from '../../publications/commands.ts';
import type { Issue, Severity } from '../../statute/issue.ts';
import type { Term } from './words.ts';

/** A Word file as the body of a document, and what was settled or left out on the way. */
export interface WordRead {
  readonly bodyHtml: string;
  /** Where it begins with a title: that, and the text without it. */
  readonly titled: { readonly title: string; readonly bodyHtml: string } | null;
  readonly report: readonly Issue[];
}

export interface PublicationPage {
  readonly lines: readonly {
    readonly id: string;
    readonly title: string;
    readonly kind: string;
    readonly state: string;
    /** 下一步 of what is in work, and whose it is; null where nothing waits. */
    readonly next: string | null;
    readonly agency: string;
    readonly docNo: string | null;
    readonly writtenOn: string;
    readonly publishedOn: string | null;
  }[];
  readonly total: number;
  readonly pageSize: number;
}

/** 元数据 as the form sends and gets it; days that are not known are empty. */
export interface ParticularsSent {
  readonly title: string;
  readonly issuer: string;
  readonly docNo: string;
  readonly writtenOn: string;
  readonly topic: string;
  readonly genre: string;
  readonly summary: string;
  readonly keywords: readonly string[];
  readonly effectiveOn: string;
  readonly expiresOn: string;
  readonly openMode: string;
  readonly openModeReason: string;
}

/** 附件 of an edition, or just uploaded for one. */
export interface AttachedFileView {
  readonly id: string;
  readonly name: string;
  /** In words. */
  readonly kind: string;
  readonly bytes: number;
  /** What the checks found in it when it came. */
  readonly findings: readonly { readonly severity: Severity; readonly says: string; readonly advice: string }[];
}

/** A picture just put in: where the body names it, and how large it is. */
export interface PictureView {
  readonly address: string;
  readonly width: number;
  readonly height: number;
}

export interface EditionView {
  /** The hash: what an approval stands on, and what an act names. */
  readonly hash: string;
  readonly n: number;
  readonly particulars: ParticularsSent;
  /** 公开属性, in words. */
  readonly openMode: string;
  readonly bodyHtml: string;
  readonly attachments: readonly AttachedFileView[];
  readonly editedBy: string;
  readonly changeNote: string;
  readonly publishedAt: string | null;
}

export interface ReviewStepView {
  readonly name: string;
  readonly term: string;
  readonly looksAt: string;
  readonly state: 'passed' | 'awaited' | 'ahead';
  /** Who took it, or by whom it can be taken. */
  readonly by: string;
  readonly at: string | null;
  readonly opinion: string;
  /** Whether this officer may take it now, and why not. */
  readonly mine: boolean;
  readonly why: string | null;
}

export interface PublicationView {
  readonly id: string;
  /** What an act on the page names: decided on this, it is not done to what has moved on since. */
  readonly seen: number;
  readonly agencyId: string;
  readonly agency: string;
  readonly kind: Term;
  readonly state: string;
  /** 依申请转来 (第四十四条): the application, for those who read applications; never public. */
  readonly fromRequest: { readonly id: string; readonly number: string } | null;
  readonly indexNo: string | null;
  readonly publishedOn: string | null;
  /** Its page on the portal, where that has an address. */
  readonly address: string | null;
  readonly columns: readonly Term[];
  readonly relations: readonly { readonly kind: Term; readonly to: string; readonly title: string }[];
  readonly live: EditionView | null;
  readonly draft: EditionView | null;
  /** What the edition in work says otherwise than the public reads; null where there are not both. */
  readonly changes:
    | readonly {
        readonly place: string;
        readonly pieces: readonly { readonly text: string; readonly how: 'same' | 'removed' | 'added' }[];
      }[]
    | null;
  /** Hash of the edition the checks and the review speak of; null when nothing is in work. */
  readonly inReview: string | null;
  /** 轮到谁: what is done next, by whom; two while both tracks of the review go on. */
  readonly turns: readonly {
    readonly verb: 'submit' | 'revise' | 'passStep' | 'publish';
    /** Of `passStep`; otherwise null. */
    readonly step: string | null;
    readonly term: string;
    readonly who: string;
    readonly mine: boolean;
    /** 代某某: the principal, where it is mine only as a deputy. */
    readonly actingFor: string | null;
  }[];
  /** 定时发布 of the draft; `missed` says why it did not go out when its moment came. */
  readonly schedule: { readonly from: string; readonly by: string; readonly missed: string | null } | null;
  /** 定时作废: what was set for the text before somebody changed it; null once anything was set again. */
  readonly lostSchedule: { readonly from: string; readonly by: string } | null;
  /** 公开过的版本, the latest first; `proof` says why the officer may not take the proof of one. */
  readonly published: {
    readonly proof: string | null;
    readonly editions: readonly {
      readonly n: number;
      readonly hash: string;
      readonly from: string;
      readonly until: string | null;
      readonly end: string | null;
    }[];
  };
  readonly withdrawal: { readonly term: string; readonly explanation: string; readonly on: string } | null;
  readonly ending: { readonly term: string; readonly on: string; readonly by: string } | null;
  readonly checks: readonly {
    readonly severity: 'error' | 'warning' | 'hint';
    /** Field of the form it speaks of, and its name. */
    readonly where: string;
    readonly place: string;
    readonly says: string;
    readonly basis: string;
    readonly advice: string;
    /** Of what a person may let stand; otherwise null. */
    readonly finding: string | null;
  }[];
  readonly review: {
    readonly state: string;
    /** Released urgently and not looked at yet. */
    readonly owed: boolean;
    readonly tracks: readonly { readonly term: string; readonly steps: readonly ReviewStepView[] }[];
  } | null;
  /** 审校记录, newest first. */
  readonly trail: readonly {
    readonly n: number;
    readonly what: string;
    readonly by: string;
    readonly at: string;
    readonly said: string;
    /** Whether it stands on the edition that lies there now. */
    readonly onThis: boolean;
  }[];
  readonly verbs: readonly {
    readonly verb: PublicationVerb;
    readonly term: string;
    readonly allowed: boolean;
    readonly why: string | null;
  }[];
}

/** What the editing form chooses from. */
export interface PublicationWords {
  readonly agencies: readonly Term[];
  readonly kinds: readonly (Term & { readonly requires: readonly string[]; readonly interprets: boolean })[];
  readonly columns: readonly (Term & { readonly depth: number })[];
  readonly openModes: readonly Term[];
  readonly withdrawalReasons: readonly Term[];
  readonly endings: readonly Term[];
  readonly today: string;
}

/** 审校规则 of the agencies whose office the officer heads. */
export interface ReviewRulesView {
  readonly agencies: readonly Term[];
  readonly kinds: readonly Term[];
  readonly columns: readonly (Term & { readonly depth: number })[];
  readonly presets: readonly (Term & { readonly hint: string })[];
  readonly rules: readonly {
    readonly agencyId: string;
    readonly agency: string;
    readonly column: Term | null;
    readonly kind: Term | null;
    readonly preset: Term;
  }[];
}

/** 暂存的一份, as the form of the console has it; `version` is named by the window that goes on with it. */
export interface FoundWriting {
  readonly content: string;
  readonly keptAt: string;
  readonly version: string;
}

/** 没有保存完的稿件, the officer's own. */
export interface KeptWritingsView {
  readonly writings: readonly { readonly about: string; readonly title: string; readonly keptAt: string }[];
}
