/** 下一步: the one step that comes next, what it will cause, and the others; a step that is closed says why. */
import { Button } from 'antd';
import { type FormEvent, useState } from 'react';
import type { ReportAct, ReportView, VerbView } from '../../../src/desk/contract.ts';
import { LongField } from '../../components/long-field.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { STEPS, type StepVerb } from './steps.ts';

export interface ReportStepsProps {
  readonly view: ReportView;
  readonly error: unknown;
  readonly pending: boolean;
  readonly onAct: (act: ReportAct) => void;
  readonly onTurn: () => void;
}

export function ReportSteps({ view, error, pending, onAct, onTurn }: ReportStepsProps) {
  const steps = view.verbs.filter((one): one is VerbView & { readonly verb: StepVerb } => one.verb in STEPS);
  const open = steps.filter(({ allowed }) => allowed);
  const [turnedTo, setTurnedTo] = useState<StepVerb | null>(null);
  const next = open[0] ?? null;
  const shown = open.find(({ verb }) => verb === turnedTo) ?? next;
  const closed = steps.filter(({ allowed }) => !allowed);
  const turn = (verb: StepVerb) => {
    onTurn();
    setTurnedTo(verb);
  };
  return (
    <section className="card step" aria-labelledby="step">
      {shown ? (
        <>
          <h2 id="step">
            <span className="soft">{shown === next ? '下一步' : '办理'}</span>
            {shown.term}
          </h2>
          <p>{shown.causes}</p>
          <p className="basis">依据：{shown.basis}</p>
          <StepForm key={shown.verb} verb={shown} view={view} error={error} pending={pending} onAct={onAct} />
        </>
      ) : (
        <>
          <h2 id="step">现在没有你要办的步骤</h2>
          <p className="soft">下一步由别的岗位办理，见下面每一步的说明。</p>
        </>
      )}
      {open.length > 1 && (
        <ul className="other-steps" aria-label="其他步骤">
          {open
            .filter((one) => one !== shown)
            .map(({ verb, term }) => (
              <li key={verb}>
                <button type="button" className="step-button" onClick={() => turn(verb)}>
                  {term}
                </button>
              </li>
            ))}
        </ul>
      )}
      {closed.length > 0 && (
        <details className="closed-steps">
          <summary>现在不能办的 {closed.length} 项，以及原因</summary>
          <ul>
            {closed.map(({ verb, term, why, roles }) => (
              <li key={verb}>
                <strong>{term}</strong>
                <p className="soft">
                  {why}（由{roles}办理）
                </p>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

interface StepFormProps extends Pick<ReportStepsProps, 'view' | 'error' | 'pending' | 'onAct'> {
  readonly verb: VerbView & { readonly verb: StepVerb };
}

function StepForm({ verb: { verb, term }, view, error, pending, onAct }: StepFormProps) {
  const { ask, act } = STEPS[verb];
  const [said, setSaid] = useState('');
  const [tried, setTried] = useState(false);
  const label = ask(view);
  const lacks = label !== null && said.trim() === '';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!lacks) onAct(act(said.trim(), view.seen));
  };
  return (
    <form className="step-form" onSubmit={submit} noValidate>
      {label !== null && (
        <LongField label={label} value={said} onChange={setSaid} wrong={tried && lacks ? `请写明${label}。` : null} />
      )}
      <ProblemNote error={error} />
      <Button type="primary" size="large" htmlType="submit" loading={pending}>
        {term}
      </Button>
    </form>
  );
}
