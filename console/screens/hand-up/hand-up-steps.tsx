/** 下一步: hand up, enter by hand, accept or return; a step that is closed says why. */
import { Button } from 'antd';
import { type FormEvent, useState } from 'react';
import type { HandUpAct, HandUpView } from '../../../src/desk/contract.ts';
import { DeniedSteps } from '../../components/denied-steps.tsx';
import { LongField } from '../../components/long-field.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';

export interface HandUpStepsProps {
  readonly view: HandUpView;
  readonly error: unknown;
  readonly pending: boolean;
  readonly onAct: (act: HandUpAct) => void;
  readonly onEnter: () => void;
}

export function HandUpSteps({
  view: { verbs, versions, differing },
  error,
  pending,
  onAct,
  onEnter,
}: HandUpStepsProps) {
  const open = (verb: string) => verbs.find((one) => one.verb === verb && one.allowed);
  const [handUp, enter, accept, back] = ['handUp', 'enterFigures', 'accept', 'return'].map(open);
  const newest = versions[0];
  const [said, setSaid] = useState('');
  const [wrong, setWrong] = useState<string | null>(null);
  const again = newest?.state === 'accepted';
  const standing = differing.find(({ source, state }) => source === 'entered' && state === 'accepted');
  const [keep, count] = ['keepEntered', 'countRecords'].map((verb) => (standing ? open(verb) : undefined));
  const asksWhy = differing.some(({ handUpId, source }) => source === 'entered' && handUpId === newest?.id);
  const lead = accept ?? (keep && standing!.unanswered > 0 ? keep : undefined) ?? handUp ?? enter ?? keep;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (accept && newest) {
      if (!asksWhy) return onAct({ verb: 'accept', handUpId: newest.id });
      if (said.trim() === '') return setWrong('录入的数与记录不同。请写明仍按录入的数计入的理由，或者退回。');
      return onAct({ verb: 'accept', handUpId: newest.id, why: said.trim() });
    }
    if (again && said.trim() === '') return setWrong('请写明这一次改正了什么、为什么改正。');
    return onAct({ verb: 'handUp', why: said.trim() });
  };
  const sendBack = () => {
    if (said.trim() === '') return setWrong('请写明退回的理由：哪一格不对、怎么核对。');
    return newest && onAct({ verb: 'return', handUpId: newest.id, why: said.trim() });
  };
  const answer = (verb: 'keepEntered' | 'countRecords') => {
    if (said.trim() === '') return setWrong('请写明理由：录入的数和记录为什么不同，以哪一个为准。');
    return standing && onAct({ verb, handUpId: standing.handUpId, why: said.trim() });
  };
  return (
    <section className="card step" aria-labelledby="step">
      {lead ? (
        <>
          <h2 id="step">
            <span className="soft">下一步</span>
            {accept ? '核对后接收，或者退回' : lead === keep ? '录入的数和记录，以哪一个为准' : '报送上一级'}
          </h2>
          <p>{lead.causes}</p>
          <p className="basis">依据：{lead.basis}</p>
          <form className="step-form" onSubmit={submit} noValidate>
            {(accept || again || keep) && (
              <LongField
                label={labelOf()}
                value={said}
                onChange={(value) => {
                  setSaid(value);
                  setWrong(null);
                }}
                wrong={wrong}
              />
            )}
            <ProblemNote error={error} />
            <div className="step-buttons">
              {(accept ?? handUp) && (
                <Button type="primary" size="large" htmlType="submit" loading={pending}>
                  {(accept ?? handUp)!.term}
                </Button>
              )}
              {back && (
                <Button size="large" danger loading={pending} onClick={sendBack}>
                  {back.term}
                </Button>
              )}
              {keep && !accept && (
                <Button size="large" loading={pending} onClick={() => answer('keepEntered')}>
                  {keep.term}
                </Button>
              )}
              {count && !accept && (
                <Button size="large" loading={pending} onClick={() => answer('countRecords')}>
                  {count.term}
                </Button>
              )}
              {enter && (
                <Button size="large" onClick={onEnter}>
                  没有使用本系统，录入报数
                </Button>
              )}
            </div>
          </form>
        </>
      ) : (
        <>
          <h2 id="step">现在没有你要办的步骤</h2>
          <p className="soft">下一步由别的岗位办理，见下面每一步的说明。</p>
        </>
      )}
      <DeniedSteps verbs={verbs.filter(({ allowed }) => !allowed)} />
    </section>
  );

  function labelOf(): string {
    if (accept) return asksWhy ? '仍按录入的数计入的理由，或者退回的理由' : '退回的理由（退回时写）';
    return lead === keep ? '以哪一个为准，为什么' : '这一次改正了什么';
  }
}
