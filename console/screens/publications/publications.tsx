/** 主动公开的信息: what waits for me and what I have not finished writing; below it everything, found by its title and by how far it is. */

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, useLocation, useSearchParams } from 'wouter';
import type { PublicationPage } from '../../../src/desk/contract.ts';
import { call } from '../../api/call.ts';
import { publicationWordsQuery } from '../../api/publication-words.ts';
import { Bits } from '../../components/bits.tsx';
import { Empty } from '../../components/empty.tsx';
import { FindBox } from '../../components/find-box.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { Pages } from '../../components/pages.tsx';
import { useRowKeys } from '../../components/row-keys.ts';
import { RowsSkeleton } from '../../components/rows-skeleton.tsx';
import { usePage } from '../../components/use-page.ts';
import { VerbButton } from '../../components/verb-button.tsx';
import { ForMe } from './for-me.tsx';
import '../../components/filters.css';
import '../../components/table.css';

const WHICH = [
  { name: 'inWork', term: '在办的' },
  { name: 'published', term: '已发布的' },
  { name: 'withdrawn', term: '已撤回的' },
] as const;

export default function Publications() {
  const [search, setSearch] = useSearchParams();
  const title = search.get('title') ?? '';
  const which = WHICH.find(({ name }) => name === search.get('which'))?.name;
  const [page, turnTo] = usePage();
  const query = useQuery({
    queryKey: ['publications', title, which ?? '', page],
    queryFn: ({ signal }) =>
      call('GET /api/publications', { query: { ...(title && { title }), ...(which && { which }), page }, signal }),
    placeholderData: keepPreviousData,
  });
  const isWhole = title === '' && which === undefined;
  const narrow = (name: 'title' | 'which', value: string) =>
    setSearch((before) => {
      before.delete('page');
      if (value) before.set(name, value);
      else before.delete(name);
      return before;
    });
  useRowKeys();
  return (
    <>
      <header className="screen-head">
        <h1>主动公开的信息</h1>
        <NewButton />
      </header>
      {isWhole && page === 1 && <ForMe />}
      <search className="filters screen-only">
        <FindBox asked={title} among="标题里的字" onFind={(words) => narrow('title', words)} />
        <select
          className="box narrow"
          aria-label="状态"
          value={which ?? ''}
          onChange={(event) => narrow('which', event.target.value)}
        >
          <option value="">全部状态</option>
          {WHICH.map(({ name, term }) => (
            <option key={name} value={name}>
              {term}
            </option>
          ))}
        </select>
      </search>
      <Loaded query={query} skeleton={<RowsSkeleton />}>
        {({ lines, total, pageSize }) =>
          lines.length === 0 ? (
            <Empty
              says={isWhole ? '还没有信息。' : '没有符合条件的信息。'}
              begin={
                isWhole ? (
                  '点“起草信息”写第一条；期初已有的文件在“期初数与人工数”里登记。'
                ) : (
                  <Link href="/publications">清除条件</Link>
                )
              }
            />
          ) : (
            <>
              <p className="soft found" role="status">
                共 {total} 条
              </p>
              <PublicationRows lines={lines} />
              <Pages page={page} pageSize={pageSize} total={total} onTurn={turnTo} />
            </>
          )
        }
      </Loaded>
    </>
  );
}

/** Greyed for who reads the list and writes nothing. */
function NewButton() {
  const { data } = useQuery(publicationWordsQuery);
  const [, goTo] = useLocation();
  if (!data) return null;
  const verb = { allowed: data.agencies.length > 0, why: '信息由编辑起草，你没有这个岗位。' };
  return <VerbButton verb={verb} term="起草信息" onClick={() => goTo('/publications/new')} />;
}

function PublicationRows({ lines }: { readonly lines: PublicationPage['lines'] }) {
  return (
    <div className="card table-card">
      <table className="rows">
        <thead>
          <tr>
            <th scope="col">标题</th>
            <th scope="col">种类</th>
            <th scope="col">状态</th>
            <th scope="col">成文</th>
            <th scope="col">发布</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.id} className="row" data-row>
              <th scope="row">
                <Link href={`/publications/${line.id}`}>{line.title}</Link>
                <Bits of={[line.docNo, line.agency]} />
              </th>
              <td>{line.kind}</td>
              <td>
                {line.state}
                {line.next && <p className="soft whose-turn">{line.next}</p>}
              </td>
              <td data-head="成文">
                <time dateTime={line.writtenOn}>{line.writtenOn}</time>
              </td>
              <td data-head={line.publishedOn ? '发布' : undefined}>
                {line.publishedOn && <time dateTime={line.publishedOn}>{line.publishedOn}</time>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
