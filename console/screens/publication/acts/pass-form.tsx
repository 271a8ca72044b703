/** 审校: the opinion and the two ways on, always in the same corner; who returns says why and to whom. */
import { Button } from 'antd';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import type { ReviewStepView } from '../../../../src/desk/contract.ts';
import { ChoiceField } from '../../../components/choice-field.tsx';
import { focusFirstWrong } from '../../../components/focus-wrong.ts';
import { LongField } from '../../../components/long-field.tsx';
import type { ActingProps, PublicationAct } from './act.ts';
import { NotDoneNote } from './not-done.tsx';
import { leavingOf, Undecided, undecidedIn } from './undecided.tsx';

type Back = Extract<PublicationAct, { verb: 'returnStep' }>['to'];
type StepName = Extract<PublicationAct, { verb: 'passStep' }>['step'];

export function PassForm({ step, ...acting }: ActingProps & { readonly step: ReviewStepView }) {
  const [returning, setReturning] = useState(false);
  return (
    <div className="pass-form">
      <p>
        {step.term}看什么：{step.looksAt}。
      </p>
      {returning ? (
        <ReturnForm step={step} {...acting} onLeave={() => setReturning(false)} />
      ) : (
        <Pass step={step} {...acting} onReturn={() => setReturning(true)} />
      )}
    </div>
  );
}

function Pass({
  step,
  view,
  error,
  pending,
  onAct,
  onReload,
  onReturn,
}: ActingProps & { readonly step: ReviewStepView; readonly onReturn: () => void }) {
  const [opinion, setOpinion] = useState('');
  const [seen, setSeen] = useState(false);
  const [tried, setTried] = useState(false);
  const open = undecidedIn(view);
  const unseen = open.length > 0 && !seen;
  const silent = open.length > 0 && opinion.trim() === '';
  const pass = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setTried(true);
    if (unseen || silent) return focusFirstWrong(event.currentTarget);
    onAct({ verb: 'passStep', step: step.name as StepName, opinion: opinion.trim(), ...leavingOf(open) });
  };
  return (
    <form onSubmit={pass} noValidate aria-label={step.term}>
      <Undecided
        open={open}
        seen={seen}
        onSee={setSeen}
        says="都看过了，这一步不判定，留给后面的人"
        wrong={tried && unseen ? '要改的请退回；可以保留的，在下面“系统检查”里逐处判定；都不是的，勾选这一项。' : null}
      />
      <LongField
        label={`${step.term}意见`}
        optional={open.length === 0}
        rows={2}
        value={opinion}
        onChange={setOpinion}
        wrong={tried && silent ? '还有没有判定的，请写明为什么留给后面的人。' : null}
        hint={open.length > 0 ? '写明没有判定的为什么留下；意见记在审核表上' : '意见记在审核表上'}
      />
      <NotDoneNote error={error} onReload={onReload} />
      <p className="head-buttons">
        <Button type="primary" size="large" htmlType="submit" loading={pending}>
          {step.term}通过
        </Button>
        <Button size="large" onClick={onReturn}>
          退回
        </Button>
      </p>
    </form>
  );
}

function ReturnForm({
  step,
  view,
  error,
  pending,
  onAct,
  onReload,
  onLeave,
}: ActingProps & { readonly step: ReviewStepView; readonly onLeave: () => void }) {
  const [to, setTo] = useState<string>('author');
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  // The button that had the focus is gone; what is asked first is why.
  useEffect(() => form.current?.querySelector('textarea')?.focus(), []);
  const lacks = reason.trim() === '';
  const passed = view.review?.tracks.flatMap(({ steps }) => steps.filter(({ state }) => state === 'passed')) ?? [];
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setTried(true);
    if (lacks) return focusFirstWrong(event.currentTarget);
    const back = { step: step.name as StepName, to: to as Back, reason: reason.trim() };
    onAct({ verb: 'returnStep', ...back });
  };
  return (
    <form ref={form} onSubmit={send} noValidate aria-label={`${step.term}退回`}>
      {passed.length > 0 && (
        <ChoiceField
          label="退回给"
          value={to}
          onChange={setTo}
          choices={[
            { value: 'author', term: '拟稿人' },
            ...passed.map(({ name, term, by }) => ({ value: name, term: `${term}（${by}）` })),
          ]}
          hint={to === 'author' ? '拟稿人改了的，从头审校；没改、作了说明的，接着审。' : '从这一步起重新办。'}
        />
      )}
      <LongField
        label="退回的理由"
        value={reason}
        onChange={setReason}
        wrong={tried && lacks ? '请写明退回的理由，让对方知道改什么。' : null}
        hint="写明哪一处、改成什么，或者要核对什么"
      />
      <NotDoneNote error={error} onReload={onReload} />
      <p className="head-buttons">
        <Button type="primary" danger size="large" htmlType="submit" loading={pending}>
          {to === 'author' ? '退回拟稿人' : '退回这一步'}
        </Button>
        <Button size="large" onClick={onLeave}>
          不退回，回到{step.term}
        </Button>
      </p>
    </form>
  );
}
