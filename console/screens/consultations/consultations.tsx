/** 征集调查: what was laid open or asked, what is under way on top, each with where it stands and the day its result is owed. */
import { useQuery } from '@tanstack/react-query';
import { Link, useSearchParams } from 'wouter';
import { call } from '../../api/call.ts';
import { ChoiceField } from '../../components/choice-field.tsx';
import { Empty } from '../../components/empty.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { Pages } from '../../components/pages.tsx';
import { useRowKeys } from '../../components/row-keys.ts';
import { RowsSkeleton } from '../../components/rows-skeleton.tsx';
import { usePage } from '../../components/use-page.ts';
import { WaitingLine } from '../../components/waiting-line.tsx';
import '../../components/waiting.css';

const WHICH = [
  { value: 'waiting', term: '没有办完的' },
  { value: 'all', term: '全部' },
];

export default function Consultations() {
  const [search, setSearch] = useSearchParams();
  const [page, turn] = usePage();
  const which = search.get('which') === 'all' ? 'all' : 'waiting';
  const query = useQuery({
    queryKey: ['consultations', which, page],
    queryFn: ({ signal }) => call('GET /api/consultations', { query: { page, which }, signal }),
  });
  useRowKeys();
  return (
    <>
      <header className="screen-head">
        <h1>征集调查</h1>
        <ChoiceField label="显示" value={which} onChange={(to) => setSearch({ which: to })} choices={WHICH} />
      </header>
      <p className="soft">
        重大行政决策、与市场主体密切相关的规范性文件公开征求意见一般不少于30日；结束后公布采纳情况和结果，每一行右边是最晚公布结果的日期。
      </p>
      <Loaded query={query} skeleton={<RowsSkeleton />}>
        {({ lines, total, pageSize, mayDraft }) => (
          <>
            {mayDraft && (
              <p>
                <Link href="/consultations/new" className="step-button">
                  起草征集调查
                </Link>
              </p>
            )}
            {total === 0 ? (
              <Empty
                says={which === 'waiting' ? '没有正在办的征集调查。' : '还没有征集调查。'}
                begin={mayDraft ? '从“起草征集调查”开始。' : '由编辑或者承办人起草。'}
              />
            ) : (
              <section className="waiting" aria-label="征集调查列表">
                <ul>
                  {lines.map((line) => (
                    <WaitingLine
                      key={line.id}
                      standing={line}
                      to={`/consultations/${line.id}`}
                      what={line.title}
                      bits={[
                        ...[line.form, line.agency, line.standing],
                        line.opensOn && `收到 ${line.received} 条`,
                        line.closesOn && `${line.closesOn} 截止`,
                      ]}
                    />
                  ))}
                </ul>
                <Pages page={page} pageSize={pageSize} total={total} onTurn={turn} />
              </section>
            )}
          </>
        )}
      </Loaded>
    </>
  );
}
