/** One case, and the steps that may be recorded of it. */
import { useState } from 'react';
import type { RemedyView } from '../../../../src/desk/contract.ts';
import { RemedyActForm } from '../../../components/remedies/remedy-act-form.tsx';
import { RemedyPeriods } from '../../../components/remedies/remedy-periods.tsx';
import type { Stage } from '../acts/act-field.ts';

export function RemedyLine({ remedy, stage }: { readonly remedy: RemedyView; readonly stage: Stage }) {
  const [verb, setVerb] = useState<string | null>(null);
  const {
    kind,
    caseNumber,
    body,
    stage: instance,
    filedOn,
    closedOn,
    conclusion,
    result,
    procedure,
    next,
    verbs,
  } = remedy;
  const close = () => setVerb(null);
  const open = verbs.find((one) => one.verb === verb && one.allowed);
  return (
    <li>
      <p>
        <strong>{kind}</strong> {caseNumber} <span className="soft">{body}</span>
      </p>
      <p className="soft">
        {instance}
        {procedure && ` · ${procedure}`} · {filedOn} 受理 ·{' '}
        {closedOn ? `${closedOn} 审结：${conclusion}（${result}）` : '尚未审结'}
      </p>
      {next && (
        <p className={next.waitsFor ? 'soft' : 'remedy-next'}>
          {next.waitsFor ? `等${next.waitsFor}的结果` : `下一步：${next.term}`}
        </p>
      )}
      <RemedyPeriods remedy={remedy} />
      {open ? (
        <RemedyActForm
          remedy={remedy}
          verb={open}
          words={stage.words}
          today={stage.file.today}
          onDone={close}
          onLeave={close}
        />
      ) : (
        <p className="remedy-verbs">
          {verbs
            .filter((one) => one.allowed)
            .map(({ verb: name, term }) => (
              <button key={name} type="button" className="step-button" onClick={() => setVerb(name)}>
                {term}
              </button>
            ))}
        </p>
      )}
    </li>
  );
}
