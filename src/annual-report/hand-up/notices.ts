/** 报送的告知 [ANR-49, ANR-50]: what each side of a hand-up is told; it names the agency and the year and no figure. */
import type { OfficerNoticeKind } from '../../people/notice.ts';

export const REPORT_NOTICES = {
  figuresAwaited: {
    term: '年报报送待接收',
    says: ({ unit, year }) => `${unit}报送了${year}年度的年报数据，请核对后接收或者退回。`,
    opens: 'report',
    heardBy: ['reporter'],
  },
  figuresReturned: {
    term: '年报报送被退回',
    says: ({ year }) => `${year}年度的年报数据被退回，理由在报送页，请改正后再报。`,
    opens: 'report',
    heardBy: ['reporter'],
  },
  figuresDue: {
    term: '年报报送提醒',
    says: ({ unit, year, dueOn, late = 0 }) =>
      late
        ? `${unit}${year}年度的年报数据应当在${dueOn}以前报送，已经过期，请尽快报送。`
        : `${unit}${year}年度的年报数据应当在${dueOn}以前报送，还没有报送，请按期报送。`,
    opens: 'report',
    heardBy: ['reporter', 'officeHead'],
  },
} as const satisfies Record<string, OfficerNoticeKind>;

export type ReportNoticeName = keyof typeof REPORT_NOTICES;
