/** One case: what it is, the application it is about, what it waits for, how it ended, and what may be recorded next. */
import { useState } from 'react';
import { Link } from 'wouter';
import type { RemedyView, Vocabulary } from '../../../src/desk/contract.ts';
import { Bits } from '../../components/bits.tsx';
import { DueDay } from '../../components/due-day.tsx';
import { Light } from '../../components/light.tsx';
import { RemedyActForm } from '../../components/remedies/remedy-act-form.tsx';
import { RemedyPeriods } from '../../components/remedies/remedy-periods.tsx';

export interface RemedyRowProps {
  readonly remedy: RemedyView;
  /** The step that is being recorded. */
  readonly verb: string | null;
  readonly words: Vocabulary;
  readonly today: string;
  readonly onTurn: (verb: string | null) => void;
  readonly onDone: (says: string) => void;
}

const COLUMNS = 5;

export function RemedyRow({ remedy, verb, words, today, onTurn, onDone }: RemedyRowProps) {
  const { kind, caseNumber, agency, body, stage, procedure, filedOn, closedOn, conclusion, result, verbs } = remedy;
  const [shown, setShown] = useState(false);
  const allowed = verbs.filter((one) => one.allowed);
  const open = allowed.find((one) => one.verb === verb);
  return (
    <>
      <tr className="row" data-row>
        <th scope="row">
          {caseNumber}
          <Bits of={[kind, body, agency]} />
          <About remedy={remedy} />
        </th>
        <td>
          {stage}
          <span className="soft">
            {procedure && `${procedure} · `}
            <time dateTime={filedOn}>{filedOn}</time> 受理
          </span>
          {(remedy.clocks.length > 0 || remedy.newReply) && (
            <button type="button" className="remedy-more" aria-expanded={shown} onClick={() => setShown(!shown)}>
              {shown ? '收起期限' : '期限和审级'}
              <span className="heard">：{caseNumber}</span>
            </button>
          )}
        </td>
        <td>
          <Awaited remedy={remedy} />
        </td>
        <td>
          {closedOn === null ? (
            '尚未审结'
          ) : (
            <>
              {result}
              <span className="soft">{conclusion}</span>
              <span className="soft">
                <time dateTime={closedOn}>{closedOn}</time>
              </span>
            </>
          )}
        </td>
        <td>
          <span className="remedy-verbs">
            {allowed.map(({ verb: name, term }) => (
              <button
                key={name}
                type="button"
                className="step-button"
                aria-expanded={open?.verb === name}
                onClick={() => onTurn(open?.verb === name ? null : name)}
              >
                {term}
                <span className="heard">：{caseNumber}</span>
              </button>
            ))}
          </span>
          {allowed.length === 0 && (
            <details>
              <summary>现在没有要登记的</summary>
              <ul>
                {verbs.map(({ verb: name, term, why }) => (
                  <li key={name}>
                    {term}：<span className="soft">{why}</span>
                  </li>
                ))}
              </ul>
            </details>
          )}
        </td>
      </tr>
      {shown && (
        <tr className="row">
          <td colSpan={COLUMNS} className="remedy-act">
            <RemedyPeriods remedy={remedy} />
          </td>
        </tr>
      )}
      {open && (
        <tr className="row">
          <td colSpan={COLUMNS} className="remedy-act">
            <h2>{open.term}</h2>
            <p className="basis">{open.causes}</p>
            <RemedyActForm
              key={open.verb}
              remedy={remedy}
              verb={open}
              words={words}
              today={today}
              onDone={() => onDone(`已经办理：${open.term}，${caseNumber}。`)}
              onLeave={() => onTurn(null)}
            />
          </td>
        </tr>
      )}
    </>
  );
}

function About({ remedy: { requestId, requestNumber } }: { readonly remedy: RemedyView }) {
  if (requestId === null) return <span className="soft">针对启用系统以前的答复</span>;
  return <Link href={`/requests/${requestId}`}>{requestNumber ?? '打开案卷'}</Link>;
}

/** What the case waits for, and of what is ours until when. */
function Awaited({ remedy: { next, clocks, newReply } }: { readonly remedy: RemedyView }) {
  if (!next) return <span className="soft">没有要办的</span>;
  if (next.waitsFor) return <span className="soft">等{next.waitsFor}的结果</span>;
  const ours = clocks.findLast(({ whose, doneOn }) => whose === 'ours' && doneOn === null);
  const period = ours ?? (newReply?.servedOn === null ? newReply : null);
  return (
    <>
      {next.term}
      {period && (
        <>
          <p>
            <Light light={period.light} />
          </p>
          <DueDay {...period} dueOn={period.due} />
        </>
      )}
    </>
  );
}
