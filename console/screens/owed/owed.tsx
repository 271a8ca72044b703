/** 督办: what other departments and third parties owe to our files, whoever is latest first. */
import { useQuery } from '@tanstack/react-query';
import { call } from '../../api/call.ts';
import { Empty } from '../../components/empty.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { useRowKeys } from '../../components/row-keys.ts';
import { RowsSkeleton } from '../../components/rows-skeleton.tsx';
import { WaitingLine } from '../../components/waiting-line.tsx';
import '../../components/waiting.css';

export default function Owed() {
  const query = useQuery({ queryKey: ['owed'], queryFn: ({ signal }) => call('GET /api/owed', { signal }) });
  useRowKeys();
  return (
    <>
      <header className="screen-head">
        <h1>督办</h1>
        <p className="soft">其他机关的协办和各方的意见，逾期最多的排在前面。</p>
      </header>
      <Loaded query={query} skeleton={<RowsSkeleton />}>
        {({ groups }) =>
          groups.length === 0 ? (
            <Empty says="没有在等其他机关或者第三方的事。" begin="发出协办函、征求意见书以后，会按对方列在这里。" />
          ) : (
            groups.map(({ name, late, lines }) => (
              <section key={name} className="waiting" aria-label={name}>
                <h2>
                  {name}
                  <span className="soft">
                    {' '}
                    {lines.length} 件{late > 0 && `，逾期 ${late} 件`}
                  </span>
                </h2>
                <ul>
                  {lines.map((line) => (
                    <WaitingLine
                      key={`${line.requestId}-${line.kind}-${line.sentOn}-${line.what}`}
                      standing={line}
                      to={`/requests/${line.requestId}`}
                      what={line.what}
                      bits={[line.number, line.kind, `${line.sentOn}发出`, line.state]}
                      note={line.then !== '' && <p className="soft">{line.then}</p>}
                    />
                  ))}
                </ul>
              </section>
            ))
          )
        }
      </Loaded>
    </>
  );
}
