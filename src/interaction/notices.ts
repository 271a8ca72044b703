/** 互动回应的告知 [INT-7]: who wrote hears that there is an answer, or that the letter was not accepted; nothing of what it says. */
import type { NoticeKind } from '../people/notice.ts';

export const WRITER_NOTICES = {
  letterAnswered: {
    term: '来信已经答复',
    says: ({ day }) => `您${day}写给我们的信已经答复，请凭查询号和查询码查看。`,
    opens: null,
  },
  letterRefused: {
    term: '来信没有受理',
    says: ({ day }) => `您${day}写给我们的信没有受理，原因和应当向哪里提出，请凭查询号和查询码查看。`,
    opens: null,
  },
} as const satisfies Record<string, NoticeKind>;
