/** 工作日历和待核的口径, as the console sees them. Every change answers the view anew. */
import type { SettingRange } from '../../statute/settings.ts';
import type { Term, VerbView } from './words.ts';

export interface NoticeView {
  /** Null for what the product brings along. */
  readonly id: string | null;
  readonly title: string;
  readonly number: string;
  readonly link: string;
  /** The year whose arrangement it publishes; null for what only adds to or corrects one, regional days off among it. */
  readonly publishes: number | null;
  readonly daysOff: readonly { readonly name: string; readonly from: string; readonly to: string }[];
  readonly makeUpDays: readonly string[];
  readonly entered: { readonly by: string; readonly at: string } | null;
  readonly withdrawn: { readonly by: string; readonly at: string; readonly why: string } | null;
}

/** By number alone: who keeps the calendar need not be able to read applications. */
export interface MovedView {
  readonly number: string;
  readonly from: string | null;
  readonly to: string | null;
}

export interface CalendarView {
  readonly year: number;
  /** Built from notices of this name; files keep it beside what was reckoned by it. */
  readonly version: string;
  /** False: only weekends and 法定节日 are known, every day reckoned by it is provisional. */
  readonly published: boolean;
  readonly daysOff: readonly { readonly on: string; readonly name: string }[];
  readonly makeUpDays: readonly string[];
  readonly workdays: number;
  /** Those that speak of the year; withdrawn ones last. */
  readonly notices: readonly NoticeView[];
  readonly change: VerbView;
  /** After a change: applications whose due day moved by it. */
  readonly moved: readonly MovedView[] | null;
}

export interface SettingView extends Term {
  readonly basis: string;
  readonly note: string;
  readonly value: string | number;
  readonly usual: string | number;
  /** What may be chosen; empty where a number of workdays is entered. */
  readonly choices: readonly Term[];
  readonly range: SettingRange | null;
}

export interface SettingsView {
  readonly settings: readonly SettingView[];
  /** Newest first. */
  readonly changes: readonly {
    readonly term: string;
    readonly to: string;
    readonly why: string;
    readonly by: string;
    readonly at: string;
  }[];
  readonly change: VerbView;
  readonly moved: readonly MovedView[] | null;
}
