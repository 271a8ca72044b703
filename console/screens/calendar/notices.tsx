/** 通知: what the year is built from, each with its source and who entered it; what was entered here may be withdrawn with a reason. */
import type { CalendarView, NoticeView } from '../../../src/desk/contract.ts';
import { Empty } from '../../components/empty.tsx';
import { Notice } from './notice-card.tsx';

export interface NoticesProps {
  readonly view: CalendarView;
  readonly error: unknown;
  readonly pending: boolean;
  /** The one that is being withdrawn. */
  readonly withdrawing: string | null;
  readonly onTurn: (noticeId: string | null) => void;
  readonly onWithdraw: (notice: NoticeView, why: string) => void;
}

export function Notices({ view, ...acts }: NoticesProps) {
  return (
    <section aria-labelledby="notices">
      <h2 id="notices" className="part-head">
        放假安排的通知 {view.notices.length} 份
      </h2>
      {view.notices.length === 0 ? (
        <Empty
          says={`${view.year} 年还没有通知。`}
          begin="国务院办公厅一般在上年11月公布，公布以后在这里录入，暂估的期限随即重算。"
        />
      ) : (
        <ul className="notice-list">
          {view.notices.map((notice) => (
            <Notice key={notice.id ?? notice.title} notice={notice} change={view.change} {...acts} />
          ))}
        </ul>
      )}
    </section>
  );
}
