/** 报送经过: every time, the newest first: who, when, why, and what became of it. */
import type { HandUpVersion } from '../../../src/desk/contract.ts';
import { Bits } from '../../components/bits.tsx';
import { momentOf } from '../../components/day.ts';

export function Versions({ versions }: { readonly versions: readonly HandUpVersion[] }) {
  return (
    <section className="card" aria-labelledby="versions">
      <h2 id="versions">报送经过</h2>
      {versions.length === 0 ? (
        <p className="soft">还没有报送过。</p>
      ) : (
        <ol className="hand-up-versions">
          {versions.map(
            ({ id, version, source, state, stateTerm, why, handed, settled, returnedWhy, settledWhy, differed }) => (
              <li key={id}>
                <p>
                  <strong>第 {version} 次</strong> <Bits of={[stateTerm, source]} />
                </p>
                <p className="soft">
                  {handed.by} {momentOf(handed.at)} 报送{why && `：${why}`}
                </p>
                {settled && (
                  <p className={returnedWhy ? 'report-note' : 'soft'}>
                    {settled.by} {momentOf(settled.at)} {settledAs(state, returnedWhy, settledWhy)}
                  </p>
                )}
                {differed.length > 0 && <p className="soft">当时与记录不同：{differed.join('；')}。</p>}
              </li>
            ),
          )}
        </ol>
      )}
    </section>
  );
}

function settledAs(state: HandUpVersion['state'], returnedWhy: string | null, settledWhy: string | null): string {
  if (returnedWhy) return `退回：${returnedWhy}`;
  if (state === 'replaced') return `改按记录计入：${settledWhy ?? ''}`;
  return settledWhy ? `按录入的数计入：${settledWhy}` : '接收';
}
