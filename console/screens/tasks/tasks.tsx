/** 协办任务: what other departments have asked of mine, the most urgent first. */
import { useQuery } from '@tanstack/react-query';
import { call } from '../../api/call.ts';
import { Empty } from '../../components/empty.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { useRowKeys } from '../../components/row-keys.ts';
import { RowsSkeleton } from '../../components/rows-skeleton.tsx';
import { WaitingLine } from '../../components/waiting-line.tsx';
import '../../components/waiting.css';

export default function Tasks() {
  const query = useQuery({ queryKey: ['tasks'], queryFn: ({ signal }) => call('GET /api/tasks', { signal }) });
  useRowKeys();
  return (
    <>
      <header className="screen-head">
        <h1>协办任务</h1>
        <p className="soft">其他机关请本机关协助检索、提供材料。协办不停止计算答复期限，请在期限以前回复。</p>
      </header>
      <Loaded query={query} skeleton={<RowsSkeleton />}>
        {({ lines }) =>
          lines.length === 0 ? (
            <Empty says="没有请本机关协办的任务。" begin="其他机关发出协办函以后，会出现在这里。" />
          ) : (
            <section className="waiting" aria-label="协办任务">
              <ul>
                {lines.map((line) => (
                  <WaitingLine
                    key={`${line.requestId}-${line.n}`}
                    standing={line}
                    to={`/tasks/${line.requestId}/${line.n}`}
                    what={line.what}
                    bits={[line.from, line.state, line.reminders > 0 ? `已催办${line.reminders}次` : '']}
                  />
                ))}
              </ul>
            </section>
          )
        }
      </Loaded>
    </>
  );
}
