/** 案件的期限和审级: each period with its light, its arithmetic and what follows when it is missed; each instance with its result. */
import type { RemedyClockView, RemedyView } from '../../../src/desk/contract.ts';
import { withWeekday } from '../day.ts';
import { Light } from '../light.tsx';
import { relativeDay } from '../relative-day.ts';
import { EvidenceButton } from './evidence-button.tsx';
import './remedy-periods.css';

const WHOSE = { ours: '本机关', body: '复议机关、法院', party: '申请人或者双方' } as const;

export function RemedyPeriods({ remedy }: { readonly remedy: RemedyView }) {
  const { clocks, instances, newReply } = remedy;
  return (
    <div className="remedy-periods">
      {instances.length > 1 && (
        <ol className="remedy-instances">
          {instances.map(({ stage, from, closedOn, conclusion, result }) => (
            <li key={stage}>
              <strong>{stage}</strong> {from} 起 ·{' '}
              {closedOn ? `${closedOn} 审结：${conclusion}（${result}）` : '尚未审结'}
            </li>
          ))}
        </ol>
      )}
      {clocks.length > 0 && (
        <ul>
          {clocks.map((clock) => (
            <Clock key={clock.term + clock.says} clock={clock} />
          ))}
        </ul>
      )}
      {newReply && (
        <p className="remedy-new-reply">
          <Light light={newReply.light} />
          <strong>{newReply.own ? '自行纠正，重新答复' : '责令重新答复'}</strong>{' '}
          {newReply.servedOn
            ? `${newReply.servedOn} 已经送出${newReply.late ? '，逾期' : ''}`
            : `${withWeekday(newReply.due)}，${relativeDay({ ...newReply, dueOn: newReply.due })}${newReply.startedOn ? `，${newReply.startedOn} 已经重新办理` : '，还没有重新办理'}`}
          <span className="basis">{newReply.says}</span>
        </p>
      )}
      <EvidenceButton remedy={remedy} />
    </div>
  );
}

function Clock({ clock }: { readonly clock: RemedyClockView }) {
  const { term, whose, due, provisional, doneOn, late, light, says, ifLate, basis } = clock;
  const standing = doneOn
    ? `${doneOn} 完成${late ? '，逾期' : ''}`
    : whose === 'ours'
      ? relativeDay({ ...clock, dueOn: due })
      : '';
  return (
    <li>
      <p>
        {whose === 'ours' && <Light light={light} />}
        <strong>{term}</strong> <time dateTime={due}>{withWeekday(due)}</time>
        {provisional && '（暂估）'} <span className={late ? 'field-wrong' : 'soft'}>{standing}</span>
      </p>
      <p className="basis">
        {WHOSE[whose]} · {says} · {basis}
      </p>
      {doneOn === null && <p className={whose === 'ours' ? 'remedy-warning' : 'basis'}>{ifLate}</p>}
    </li>
  );
}
