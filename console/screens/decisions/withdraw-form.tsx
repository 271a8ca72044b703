/** 撤回 (《行政处罚法》第四十八条): the day the decision was revoked, and the reason the public is told. */
import { Button } from 'antd';
import { type FormEvent, useState } from 'react';
import type { DecisionLine } from '../../../src/desk/contract.ts';
import { call } from '../../api/call.ts';
import { useSession } from '../../api/session.ts';
import { useSend } from '../../api/use-send.ts';
import { DayField } from '../../components/day-field.tsx';
import { LongField } from '../../components/long-field.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';

export interface WithdrawFormProps {
  readonly line: DecisionLine;
  readonly onDone: () => unknown;
  readonly onLeave: () => void;
}

export function WithdrawForm({ line: { id, number }, onDone, onLeave }: WithdrawFormProps) {
  const { today } = useSession();
  const [revokedOn, setRevokedOn] = useState(today);
  const [why, setWhy] = useState('');
  const [tried, setTried] = useState(false);
  const withdraw = useSend(
    (sends: { revokedOn: string; why: string }) => call('POST /api/decisions/:id/withdrawn', { path: { id }, sends }),
    onDone,
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (revokedOn !== '' && why.trim() !== '') withdraw.mutate({ revokedOn, why: why.trim() });
  };
  return (
    <form className="withdraw-form" onSubmit={submit} noValidate aria-label={`撤回${number}`}>
      <DayField
        label="决定被撤销、变更、确认违法或者无效之日"
        hint="自这一天的次日起三个工作日内撤回"
        value={revokedOn}
        max={today}
        onChange={setRevokedOn}
        wrong={tried && revokedOn === '' ? '请选择日期。' : null}
      />
      <LongField
        rows={2}
        label="公开说明的理由"
        hint="显示在公示页上，例如“行政复议决定撤销该处罚决定”"
        value={why}
        onChange={setWhy}
        wrong={tried && why.trim() === '' ? '请写明撤回的理由。' : null}
      />
      <ProblemNote error={withdraw.error} />
      <Button type="primary" htmlType="submit" loading={withdraw.isPending}>
        撤回公示
      </Button>
      <Button onClick={onLeave}>不撤回</Button>
    </form>
  );
}
