/** 待缴的信息处理费 [FEE-9]: how much, why, and the brackets it is summed from. */
import type { TrackedFee } from '../../requests/track.ts';
import { FactsTable } from '../components/facts-table.tsx';
import { StepList } from '../components/step-list.tsx';
import type { Access } from '../track-access.ts';
import { Confirm, lastDay } from './tracked-confirm.tsx';

export function Fee({ fee, access }: { readonly fee: TrackedFee; readonly access: Access }): JSX.Element {
  return (
    <section class="notice warn">
      <h2 safe>{`请缴纳信息处理费 ${fee.yuan} 元`}</h2>
      <p safe>{lastDay('缴费', fee.dueOn)}</p>
      <p>怎样缴纳写在下面的收费通知书里。</p>
      {fee.dueOn === null ? <Confirm paper={fee.paper} what="收费通知书" access={access} /> : null}
      <details class="more">
        <summary>这个数是怎样算出来的</summary>
        <FactsTable
          facts={[
            { label: '收费的理由', value: fee.why },
            { label: '收费标准', value: fee.tariff },
            ...fee.count.map(({ term, text }) => ({ label: term, value: text })),
          ]}
        />
        <StepList steps={fee.steps} />
      </details>
    </section>
  );
}
