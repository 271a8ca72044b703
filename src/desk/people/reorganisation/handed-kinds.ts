/** 移交的种类 [ORG-4]: every kind of open matter an agency may hold, as its room says, in the order in which they are listed. */
import { HANDED_HAND_UPS } from '../../../annual-report/store/hand-over.ts';
import { HANDED_ACCOUNTS } from '../../../exchange/store/hand-over.ts';
import { HANDED_CONSULTATIONS, HANDED_INTERVIEWS, HANDED_LETTERS } from '../../../interaction/store/hand-over.ts';
import type { HandedKind } from '../../../people/store/handed.ts';
import { HANDED_AGENCIES, HANDED_OFFICERS } from '../../../people/store/reorganisations.ts';
import { HANDED_COLUMNS, HANDED_DRAFTS } from '../../../publications/store/hand-over.ts';
import {
  HANDED_APPLICATIONS,
  HANDED_CORRECTIONS,
  HANDED_REMEDIES,
  HANDED_TASKS,
} from '../../../requests/store/hand-over.ts';
import {
  HANDED_COMPLAINTS,
  HANDED_MISTAKES,
  HANDED_POINT_LISTS,
  HANDED_POINTS,
  HANDED_SITES,
  HANDED_TICKETS,
  HANDED_TRAININGS,
} from '../../../supervision/store/hand-over.ts';

export const HANDED_KINDS = {
  applications: HANDED_APPLICATIONS,
  tasks: HANDED_TASKS,
  corrections: HANDED_CORRECTIONS,
  remedies: HANDED_REMEDIES,
  letters: HANDED_LETTERS,
  consultations: HANDED_CONSULTATIONS,
  interviews: HANDED_INTERVIEWS,
  drafts: HANDED_DRAFTS,
  columns: HANDED_COLUMNS,
  accounts: HANDED_ACCOUNTS,
  sites: HANDED_SITES,
  tickets: HANDED_TICKETS,
  mistakes: HANDED_MISTAKES,
  complaints: HANDED_COMPLAINTS,
  points: HANDED_POINTS,
  pointLists: HANDED_POINT_LISTS,
  trainings: HANDED_TRAININGS,
  handUps: HANDED_HAND_UPS,
  agencies: HANDED_AGENCIES,
  officers: HANDED_OFFICERS,
} as const satisfies Record<string, HandedKind>;

export type HandedKindName = keyof typeof HANDED_KINDS;

export const HANDED_KIND_NAMES = Object.keys(HANDED_KINDS) as HandedKindName[];
