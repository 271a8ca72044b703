/** 考核、评议、追究: what was recorded; a wrong one is withdrawn with its reason and stays to be read. */
import { Button } from 'antd';
import { useState } from 'react';
import { call } from '../../api/call.ts';
import { Bits } from '../../components/bits.tsx';
import { Empty } from '../../components/empty.tsx';
import { LongField } from '../../components/long-field.tsx';
import { SideForm } from '../../components/side-form.tsx';
import type { OversightFormProps } from './form-props.ts';

export function RecordList({ view, ...form }: OversightFormProps) {
  const [withdrawing, setWithdrawing] = useState<string | null>(null);
  const leave = () => setWithdrawing(null);
  if (view.records.length === 0)
    return <Empty says="这一年还没有登记考核、评议、追究。" begin="开展以后登记在这里，年度报告照此起草。" />;
  return (
    <section aria-labelledby="records">
      <h2 id="records">考核、社会评议、责任追究</h2>
      <ul className="oversight-list">
        {view.records.map((line) => (
          <li key={line.id} className="card" data-withdrawn={line.withdrawnBecause !== null}>
            <h3>{line.title}</h3>
            <Bits of={[line.kind, line.about, line.on, `${line.by}登记`]} />
            <p className="oversight-text">{line.result}</p>
            {line.withdrawnBecause !== null && <p className="soft">{`已经撤回：${line.withdrawnBecause}`}</p>}
            {line.withdrawnBecause === null && view.agencies.length > 0 && withdrawing !== line.id && (
              <Button size="small" onClick={() => setWithdrawing(line.id)} aria-label={`撤回${line.title}`}>
                撤回
              </Button>
            )}
            {withdrawing === line.id && <WithdrawForm id={line.id} view={view} {...form} onLeave={leave} />}
          </li>
        ))}
      </ul>
    </section>
  );
}

function WithdrawForm({ id, view, error, pending, onSend, onLeave }: OversightFormProps & { readonly id: string }) {
  const [because, setBecause] = useState('');
  const [tried, setTried] = useState(false);
  const submit = () => {
    setTried(true);
    if (because.trim() === '') return false;
    onSend({
      ask: () =>
        call('POST /api/oversight/records/:id/withdraw', {
          ...{ path: { id }, query: { year: view.year } },
          sends: { because },
        }),
      says: '已经撤回，记录和原因仍然留着。',
    });
    return true;
  };
  return (
    <SideForm title="撤回记录" verb="撤回" error={error} pending={pending} onSubmit={submit} onLeave={onLeave}>
      <LongField
        label="为什么撤回"
        value={because}
        onChange={setBecause}
        wrong={tried && because.trim() === '' ? '请写明原因。' : undefined}
      />
    </SideForm>
  );
}
