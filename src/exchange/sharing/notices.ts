/** 去取的告知 [XCH-35]: that nothing could be taken from a source for a day; names the source and the day, nothing that is offered. */
import type { OfficerNoticeKind } from '../../people/notice.ts';

export const SHARING_NOTICES = {
  untaken: {
    term: '取不到共享信息',
    says: ({ source, day }) => `从${day}起没有取到“${source}”的信息，原因写在“平台接口”里，请处理。`,
    opens: 'connections',
    heardBy: ['systemAdmin'],
  },
} as const satisfies Record<string, OfficerNoticeKind>;
