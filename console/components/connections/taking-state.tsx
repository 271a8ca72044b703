/** 去取的状况 of a source: when all that is offered was here the last time, what keeps the rest away, what is not accepted and why. */
import type { SourceLine } from '../../../src/desk/contract.ts';
import { momentOf } from '../day.ts';
import './connections.css';

export function TakingState({ line: { open, takeFrom, takeEvery, taking } }: { readonly line: SourceLine }) {
  if (takeFrom === '') return <span className="soft">由对方推送</span>;
  const from = (
    <span className="soft connection-way">
      {everyInWords(takeEvery)}一次，{takeFrom}
    </span>
  );
  if (!open) return <>已停用，不去取{from}</>;
  if (!taking) return <>还没有取过{from}</>;
  const { isRunning, failingSince, completeAt, said, refused } = taking;
  return (
    <>
      {isRunning && '正在取。'}
      {failingSince ? (
        <span className="taking-failed" role="status">
          从 {momentOf(failingSince)} 起没有取到：{said}
        </span>
      ) : (
        !isRunning && said
      )}
      <span className="soft connection-way">
        {completeAt ? `${momentOf(completeAt)} 取齐` : '还没有取齐过'}
        {taking.leftOver > 0 && `，还差 ${taking.leftOver} 条`}
      </span>
      {from}
      {refused.length > 0 && (
        <details className="taking-refused">
          <summary>没有收下的 {refused.length} 条</summary>
          <ul>
            {refused.map(({ id, title, says }) => (
              <li key={id}>
                {title || id}：{says}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

function everyInWords(minutes: number): string {
  if (minutes === 1_440) return '每天';
  return minutes % 60 === 0 ? `每 ${minutes / 60} 小时` : `每 ${minutes} 分钟`;
}
