/** 互动回应的告知 [INT-7, INT-47]: who wrote hears that there is an answer, or that the letter was not accepted; who gave an opinion that it is answered and that the
 * result is out. Nothing of what it says. */
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
  opinionAnswered: {
    term: '征集的意见已经答复',
    says: ({ day }) => `您${day}参加征集时提出的意见已经答复，请凭查询号和查询码查看。`,
    opens: null,
  },
  resultReleased: {
    term: '征集的结果已经公布',
    says: ({ day }) => `您${day}提过意见的征集已经结束，采纳情况和结果已经在网站公布。`,
    opens: null,
  },
} as const satisfies Record<string, NoticeKind>;
