/** 评估审查: what was not disclosed and is to be looked at again, the nearest day first. */
import { useQuery } from '@tanstack/react-query';
import { call } from '../../api/call.ts';
import { Empty } from '../../components/empty.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { Pages } from '../../components/pages.tsx';
import { useRowKeys } from '../../components/row-keys.ts';
import { RowsSkeleton } from '../../components/rows-skeleton.tsx';
import { usePage } from '../../components/use-page.ts';
import { WaitingLine } from '../../components/waiting-line.tsx';
import '../../components/waiting.css';

export default function RefusalReviews() {
  const [page, turn] = usePage();
  const query = useQuery({
    queryKey: ['refusal-reviews', page],
    queryFn: ({ signal }) => call('GET /api/refusal-reviews', { query: { page }, signal }),
  });
  useRowKeys();
  return (
    <>
      <header className="screen-head">
        <h1>评估审查</h1>
        <p className="soft">
          依第十四条至第十六条不予公开的，定期评估；因情势变化可以公开的，应当公开（《条例》第十八条）。
        </p>
      </header>
      <Loaded query={query} skeleton={<RowsSkeleton />}>
        {({ lines, total, overdue, pageSize }) =>
          total === 0 ? (
            <Empty says="没有要评估的不予公开。" begin="以不予公开、部分公开答复的，送出以后会按评估的日期列在这里。" />
          ) : (
            <section className="waiting" aria-label="评估审查">
              <h2>
                待评估
                <span className="soft">
                  {' '}
                  {total} 件{overdue > 0 && `，超期 ${overdue} 件`}
                </span>
              </h2>
              <ul>
                {lines.map((line) => (
                  <WaitingLine
                    key={line.id}
                    standing={line}
                    to={`/requests/${line.id}`}
                    what={line.wanted}
                    bits={[line.number, line.agency, line.outcome, `${line.repliedOn}答复`]}
                  />
                ))}
              </ul>
              <Pages page={page} pageSize={pageSize} total={total} onTurn={turn} />
            </section>
          )
        }
      </Loaded>
    </>
  );
}
