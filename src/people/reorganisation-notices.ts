/** 机构改革的告知: one to each officer of a successor, with the count; which matters they are stands in the lists. */
import type { OfficerNoticeKind } from './notice.ts';
import type { RoleName } from './role.ts';

/** Whoever does the business of the office; 三员 do none. */
const WORKERS: readonly RoleName[] = [
  'handler',
  'officeHead',
  'signatory',
  'editor',
  'publisher',
  'reporter',
  'legal',
  'liaison',
];

export const REORGANISATION_NOTICES = {
  handedOver: {
    term: '因机构改革移交',
    says: ({ from, count }) =>
      Number(count) > 0
        ? `“${from}”的 ${count} 件在办事项移交你单位，期限不变，请打开待办查看。`
        : `“${from}”的职能由你单位承继，没有在办事项；办结的可以查看。`,
    opens: 'inbox',
    heardBy: WORKERS,
  },
} as const satisfies Record<string, OfficerNoticeKind>;
