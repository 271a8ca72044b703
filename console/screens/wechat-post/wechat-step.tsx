/** 下一步: what this officer does with the post now; who only waits reads how it stands. */
import type { UseMutationResult } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import type { WechatActSent, WechatPostView, WechatStepView } from '../../../src/desk/contract.ts';

import { LongField } from '../../components/long-field.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { ReasonForm } from '../../components/reason-form.tsx';
import { SideForm } from '../../components/side-form.tsx';
import { useFields } from '../../components/use-fields.ts';
import '../../components/step.css';
import { WORDS_MUST, WordsFields } from './words-form.tsx';

type Send = UseMutationResult<WechatPostView, Error, WechatActSent>;

export interface WechatStepProps {
  readonly view: WechatPostView;
  readonly send: Send;
}

type Turned = 'revise' | 'drop' | 'takeDown' | 'return' | null;

export function WechatStep({ view, send }: WechatStepProps) {
  const [turned, setTurned] = useState<Turned>(null);
  const { may, hash } = view;
  const mine = view.review.steps.find(({ awaited, may: step }) => awaited && step.allowed);
  const turn = (to: Turned) => {
    send.reset();
    setTurned(to);
  };
  const leave = () => turn(null);
  const reviewed = view.review.steps.every(({ passed }) => passed);
  if (turned === 'revise') return <ReviseForm view={view} send={send} onLeave={leave} />;
  if (turned) return <WhyForm turned={turned} step={mine} view={view} send={send} onLeave={leave} />;
  return (
    <section className="card step wechat-step" aria-labelledby="step">
      <h2 id="step">{mine ? `下一步：${mine.term}` : view.state}</h2>
      <p>{mine ? `看${mine.looksAt}。` : view.standing}</p>
      {mine && <PassForm step={mine} view={view} send={send} onReturn={() => turn('return')} />}
      {!mine && <ProblemNote error={send.error} />}
      <p className="head-buttons">
        {may.submit.allowed && (
          <Button type="primary" loading={send.isPending} onClick={() => send.mutate({ verb: 'submit', hash })}>
            送审
          </Button>
        )}
        {may.send.allowed && reviewed && (
          <Button type="primary" loading={send.isPending} onClick={() => send.mutate({ verb: 'send', hash })}>
            发到公众号
          </Button>
        )}
        {may.revise.allowed && <Button onClick={() => turn('revise')}>修改文章</Button>}
        {may.takeDown.allowed && <Button onClick={() => turn('takeDown')}>从公众号撤下</Button>}
        {may.drop.allowed && <Button onClick={() => turn('drop')}>不发了</Button>}
      </p>
    </section>
  );
}

interface PassFormProps extends WechatStepProps {
  readonly step: WechatStepView;
  readonly onReturn: () => void;
}

function PassForm({ step, view: { hash }, send, onReturn }: PassFormProps) {
  const [opinion, setOpinion] = useState('');
  return (
    <>
      <LongField label="意见" rows={2} value={opinion} onChange={setOpinion} hint="没有意见的不用写" />
      <ProblemNote error={send.error} />
      <p className="head-buttons">
        <Button
          type="primary"
          loading={send.isPending}
          onClick={() => send.mutate({ verb: 'pass', hash, step: step.name as never, opinion })}
        >
          {`${step.term}通过`}
        </Button>
        <Button onClick={onReturn}>退回拟稿人</Button>
      </p>
    </>
  );
}

interface LeavingProps extends WechatStepProps {
  readonly onLeave: () => void;
}

function ReviseForm({ view, send, onLeave }: LeavingProps) {
  const { title, digest, words } = view;
  const { written, field, isComplete } = useFields({ title, digest, words }, WORDS_MUST, send.error);
  const submit = () => isComplete() && send.mutate({ verb: 'revise', ...written });
  return (
    <SideForm
      title="修改文章"
      verb="保存修改"
      error={send.error}
      pending={send.isPending}
      onSubmit={submit}
      onLeave={onLeave}
    >
      <WordsFields written={written} longest={view.longest} field={field} />
    </SideForm>
  );
}

const ASKED = {
  drop: { verb: '不发了', label: '为什么不发了', causes: '文章留在记录里，不能再发。' },
  takeDown: { verb: '从公众号撤下', label: '为什么撤下', causes: '平台上的文章会被删除，不能恢复，也不再计数。' },
  return: { verb: '退回拟稿人', label: '退回的理由', causes: '拟稿人改好以后重新送审。' },
} as const;

interface WhyFormProps extends LeavingProps {
  readonly turned: keyof typeof ASKED;
  readonly step: WechatStepView | undefined;
}

function WhyForm({ turned, step, view: { hash }, send, onLeave }: WhyFormProps) {
  const say = (why: string) =>
    send.mutate(
      turned === 'return'
        ? { verb: 'return', hash, step: (step?.name ?? '') as never, reason: why }
        : { verb: turned, why },
      { onSuccess: onLeave },
    );
  const { verb, label, causes } = ASKED[turned];
  return (
    <section className="card step side-form" aria-label={verb}>
      <h2>{verb}</h2>
      <ReasonForm
        label={label}
        verb={verb}
        causes={causes}
        error={send.error}
        pending={send.isPending}
        onSay={say}
        onLeave={onLeave}
      />
    </section>
  );
}
