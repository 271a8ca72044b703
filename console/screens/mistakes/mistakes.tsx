/** 找错留言: what readers found wrong, the longest waiting on top. */
import { useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'wouter';
import type { MistakePage } from '../../../src/desk/contract.ts';
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
import './mistakes.css';

const WHICH = [
  { value: 'open', term: '没有答复的' },
  { value: 'all', term: '全部' },
];

export default function Mistakes() {
  const [search, setSearch] = useSearchParams();
  const [page] = usePage();
  const which = search.get('which') === 'all' ? 'all' : 'open';
  const query = useQuery({
    queryKey: ['mistakes', which, page],
    queryFn: ({ signal }) => call('GET /api/mistakes', { query: { page, which }, signal }),
  });
  useRowKeys();
  return (
    <>
      <header className="screen-head">
        <h1>找错留言</h1>
        <ChoiceField label="显示" value={which} onChange={(to) => setSearch({ which: to })} choices={WHICH} />
      </header>
      <p className="soft">
        门户每一页的底部都可以找错。一个月内核实、改正并答复；超过一个月才办结的，监管考核扣分（分值待核）。
      </p>
      <Loaded query={query} skeleton={<RowsSkeleton />}>
        {(view) => <Lines view={view} page={page} which={which} />}
      </Loaded>
    </>
  );
}

interface LinesProps {
  readonly view: MistakePage;
  readonly page: number;
  readonly which: string;
}

function Lines({ view: { lines, total, pageSize, figures }, page, which }: LinesProps) {
  const [, turn] = usePage();
  return (
    <>
      <dl className="mistake-figures">
        {FIGURES.map(([name, term]) => (
          <div key={name}>
            <dt>{term}</dt>
            <dd>{`${figures[name]} 条`}</dd>
          </div>
        ))}
      </dl>
      {total === 0 ? (
        <Empty
          says={which === 'open' ? '没有等待答复的找错留言。' : '没有收到过找错留言。'}
          begin="读者在门户页面底部的“为本网站找错”留言。"
        />
      ) : (
        <section className="waiting" aria-label="找错留言">
          <ul>
            {lines.map((line) => (
              <WaitingLine
                key={line.id}
                standing={line}
                to={`/mistakes/${line.id}`}
                what={line.says}
                bits={[line.number, line.state, line.page || null, line.agency]}
              />
            ))}
          </ul>
          <Pages page={page} pageSize={pageSize} total={total} onTurn={turn} />
        </section>
      )}
    </>
  );
}

const FIGURES = [
  ['received', '今年收到'],
  ['answered', '已答复'],
  ['open', '没有答复'],
  ['late', '超过一个月'],
] as const;
