/** The year in figures, and whether its arrangement is published. */
import type { ReactNode } from 'react';
import type { CalendarView } from '../../../src/desk/contract.ts';

export interface YearHeadProps {
  readonly view: CalendarView;
  readonly children: ReactNode;
}

export function YearHead({ view, children }: YearHeadProps) {
  const { year, published, workdays, daysOff, makeUpDays, version } = view;
  return (
    <section className="card year-head" aria-label={`${year} 年`}>
      <dl>
        <div>
          <dt>工作日</dt>
          <dd>{workdays} 天</dd>
        </div>
        <div>
          <dt>{published ? '放假' : '法定节日'}</dt>
          <dd>{daysOff.length} 天</dd>
        </div>
        <div>
          <dt>调休上班</dt>
          <dd>{makeUpDays.length} 天</dd>
        </div>
      </dl>
      {!published && (
        <p className="provisional">
          <strong>暂估</strong>
          {year} 年的放假安排没有录入，只知道周末和法定节日。按这一年算出的期限都标“暂估”，录入通知以后立即重算。
        </p>
      )}
      <p className="soft">日历版本：{version}</p>
      {children}
    </section>
  );
}
