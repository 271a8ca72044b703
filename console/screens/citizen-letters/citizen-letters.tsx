/** 咨询诉求: what citizens wrote, the longest waiting on top, with its day and the warning of the three months. */
import { useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'wouter';
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
  { value: 'open', term: '没有答复的' },
  { value: 'all', term: '全部' },
];

export default function CitizenLetters() {
  const [search, setSearch] = useSearchParams();
  const [page, turn] = usePage();
  const which = search.get('which') === 'all' ? 'all' : 'open';
  const query = useQuery({
    queryKey: ['citizen-letters', which, page],
    queryFn: ({ signal }) => call('GET /api/citizen-letters', { query: { page, which }, signal }),
  });
  useRowKeys();
  return (
    <>
      <header className="screen-head">
        <h1>咨询诉求</h1>
        <ChoiceField label="显示" value={which} onChange={(to) => setSearch({ which: to })} choices={WHICH} />
      </header>
      <p className="soft">
        简单常见问题5个工作日答复，其他的按承诺的期限；满三个月没有答复的构成网站检查的单项否决。转办不重新起算。
      </p>
      <Loaded query={query} skeleton={<RowsSkeleton />}>
        {({ lines, total, pageSize }) =>
          total === 0 ? (
            <Empty
              says={which === 'open' ? '没有等待答复的来信。' : '没有收到过来信。'}
              begin="来信人在门户的互动回应栏目写信。"
            />
          ) : (
            <section className="waiting" aria-label="来信列表">
              <ul>
                {lines.map((line) => (
                  <WaitingLine
                    key={line.id}
                    standing={line}
                    to={`/citizen-letters/${line.id}`}
                    what={line.title}
                    bits={[line.kind, line.number, line.maskedName, line.agency, line.state]}
                    note={line.veto && <strong>{line.veto}</strong>}
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
