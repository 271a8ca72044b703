/** One notice. */
import type { NoticeView, VerbView } from '../../../src/desk/contract.ts';
import { Bits } from '../../components/bits.tsx';
import { momentOf, withWeekday } from '../../components/day.ts';
import { ReasonForm } from '../../components/reason-form.tsx';
import type { NoticesProps } from './notices.tsx';

export interface NoticeProps extends Omit<NoticesProps, 'view'> {
  readonly notice: NoticeView;
  readonly change: VerbView;
}

export function Notice({ notice, change, withdrawing, error, pending, onTurn, onWithdraw }: NoticeProps) {
  const { id, title, number, link, publishes, daysOff, makeUpDays, entered, withdrawn } = notice;
  const mayGo = id !== null && withdrawn === null && change.allowed;
  return (
    <li className="card notice" data-withdrawn={withdrawn !== null}>
      <h3>
        {withdrawn && <strong className="notice-mark">已撤回</strong>}
        {title}
      </h3>
      <Bits
        of={[
          number || null,
          publishes === null ? '补充或者更正' : `公布 ${publishes} 年的安排`,
          entered ? `${entered.by} ${momentOf(entered.at)} 录入` : '产品自带',
        ]}
      />
      <p className="figures">
        {daysOff.map(({ name, from, to }) => (
          <span key={from} className="notice-days">
            {name} {from === to ? from : `${from} 至 ${to}`}
          </span>
        ))}
        {makeUpDays.length > 0 && (
          <span className="notice-days">调休上班 {makeUpDays.map(withWeekday).join('，')}</span>
        )}
      </p>
      {WEB_ADDRESS.test(link) ? (
        <p>
          <a href={link} target="_blank" rel="noreferrer">
            通知原文
            <span className="heard">：{title}</span>
          </a>
        </p>
      ) : (
        link && <p className="soft">出处：{link}</p>
      )}
      {withdrawn && (
        <p className="soft">
          {withdrawn.by} {momentOf(withdrawn.at)} 撤回：{withdrawn.why}
        </p>
      )}
      {mayGo && withdrawing !== id && (
        <button type="button" className="step-button" onClick={() => onTurn(id)}>
          撤回这份通知
        </button>
      )}
      {mayGo && withdrawing === id && (
        <ReasonForm
          label="撤回的理由"
          verb="撤回这份通知"
          causes={change.causes}
          error={error}
          pending={pending}
          onSay={(why) => onWithdraw(notice, why)}
          onLeave={() => onTurn(null)}
        />
      )}
    </li>
  );
}

/** Whatever else somebody typed there is shown and never followed. */
const WEB_ADDRESS = /^https?:\/\//;
