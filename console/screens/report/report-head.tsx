/** 报告抬头: whose, which year, in what state, due when, and who has signed for it. */
import type { ReportView } from '../../../src/desk/contract.ts';
import { Bits } from '../../components/bits.tsx';
import { momentOf, withWeekday } from '../../components/day.ts';

export function ReportHead({ view }: { readonly view: ReportView }) {
  const { agency, year, stateTerm, version, state, dueOn, remindOn, late, frozen, published } = view;
  return (
    <header className="screen-head report-head">
      <div>
        <h1>
          {agency}
          {year}年政府信息公开工作年度报告
        </h1>
        <p>
          <Bits
            of={[
              stateTerm,
              version && version > 1 ? `第 ${version} 版` : null,
              state === 'draft' || state === null ? `数字截至 ${view.asOf}，随记录变动` : null,
              frozen && `${frozen.by} ${momentOf(frozen.at)} 定稿`,
              published && `${published.by} ${momentOf(published.at)} 公布`,
            ]}
          />
        </p>
        {view.waiver && (
          <p className="report-note">
            {view.passed ? `${view.passed.by}放行 ${view.passed.says.length} 处错误` : '带着错误定稿'}，理由：
            {view.waiver}
          </p>
        )}
        {view.passed && (
          <details className="report-note">
            <summary>放行的错误</summary>
            <ul>
              {view.passed.says.map((says) => (
                <li key={says}>{says}</li>
              ))}
            </ul>
          </details>
        )}
        {view.correction && <p className="report-note">更正说明：{view.correction}</p>}
      </div>
      {state !== 'published' && (
        <p className={late ? 'due-box late' : 'due-box'}>
          {late ? '已过公布期限' : '公布期限'}
          <time dateTime={dueOn}>{withWeekday(dueOn)}</time>
          {!late && remindOn !== dueOn && <span>此前最后一个工作日：{withWeekday(remindOn)}</span>}
        </p>
      )}
    </header>
  );
}
