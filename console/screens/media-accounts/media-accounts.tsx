/** 媒体账号台账: every account of the offices on other platforms, how much was posted, and which is about to fall silent. */
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { Link, useLocation, useSearchParams } from 'wouter';
import type { AccountsQuery, MediaAccountLine, MediaAccountsPage, NewAccount } from '../../../src/desk/contract.ts';
import { call, download } from '../../api/call.ts';
import { useSession } from '../../api/session.ts';
import { useSend } from '../../api/use-send.ts';
import { Bits } from '../../components/bits.tsx';
import type { Choice } from '../../components/choice-field.tsx';
import { choicesOf } from '../../components/choices-of.ts';
import { Empty } from '../../components/empty.tsx';
import { FindBox } from '../../components/find-box.tsx';
import { keepFile } from '../../components/keep-file.ts';
import { Light } from '../../components/light.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { useRowKeys } from '../../components/row-keys.ts';
import { RowsSkeleton } from '../../components/rows-skeleton.tsx';
import { yearFrom } from '../../components/year-from.ts';
import { YearLinks } from '../../components/year-links.tsx';
import '../../components/filters.css';
import '../../components/table.css';
import './media-accounts.css';
import { NewAccountForm } from './new-account-form.tsx';

const STATES = [
  { value: 'inUse', term: '在用的' },
  { value: 'unfiled', term: '待备案的' },
  { value: 'closed', term: '已注销的' },
];

export default function MediaAccounts() {
  const [search] = useSearchParams();
  const year = yearFrom(search.get('year'), useSession().today);
  const asked = askedFrom(search, year);
  const query = useQuery({
    queryKey: ['media-accounts', asked],
    queryFn: ({ signal }) => call('GET /api/media-accounts', { query: asked, signal }),
    placeholderData: keepPreviousData,
  });
  useRowKeys();
  return (
    <>
      <header className="screen-head">
        <h1>媒体账号</h1>
        <YearLinks year={year} hrefOf={(one) => `/media-accounts?year=${one}`} />
      </header>
      <p className="soft">
        账号的开设、变更、备案、注销都在这里登记，发布的信息逐条计数。两周没有更新的属于单项否决，到期前在待办里提醒。
      </p>
      <Loaded query={query} skeleton={<RowsSkeleton />}>
        {(page) => <Shown page={page} asked={asked} />}
      </Loaded>
    </>
  );
}

function askedFrom(search: URLSearchParams, year: number): AccountsQuery {
  const text = search.get('text')?.slice(0, 60) ?? '';
  const [platform, state] = [search.get('platform') ?? '', STATES.find(({ value }) => value === search.get('state'))];
  return {
    year,
    ...(text && { text }),
    ...(/^[a-zA-Z]{1,20}$/.test(platform) && { platform: platform as NonNullable<AccountsQuery['platform']> }),
    ...(state && { state: state.value as NonNullable<AccountsQuery['state']> }),
  };
}

interface ShownProps {
  readonly page: MediaAccountsPage;
  readonly asked: AccountsQuery;
}

function Shown({ page, asked }: ShownProps) {
  const [writing, setWriting] = useState(false);
  const [, go] = useLocation();
  const client = useQueryClient();
  const open = useSend(
    (sends: NewAccount) => call('POST /api/media-accounts', { sends }),
    async ({ line }) => {
      await client.invalidateQueries({ queryKey: ['media-accounts'] });
      go(`/media-accounts/${encodeURIComponent(line.id)}`);
    },
  );
  return (
    <>
      <dl className="account-figures">
        {FIGURES.map(([name, term, measure]) => (
          <div key={name}>
            <dt>{name === 'posts' ? `${page.year}年发布` : term}</dt>
            <dd>{`${page.figures[name].toLocaleString('zh-CN')} ${measure}`}</dd>
          </div>
        ))}
      </dl>
      {writing && (
        <NewAccountForm
          page={page}
          error={open.error}
          pending={open.isPending}
          onSave={open.mutate}
          onLeave={() => setWriting(false)}
        />
      )}
      {!writing && page.agencies.length > 0 && (
        <button type="button" className="step-button begin" onClick={() => setWriting(true)}>
          登记一个账号
        </button>
      )}
      <Filters page={page} asked={asked} />
      <Lines page={page} narrowed={Object.keys(asked).length > 1} />
    </>
  );
}

const FIGURES = [
  ['inUse', '在用', '个'],
  ['unfiled', '待备案', '个'],
  ['silent', '要更新', '个'],
  ['posts', '发布', '条'],
] as const;

function Filters({ page, asked }: ShownProps) {
  const [, setSearch] = useSearchParams();
  const turn = (name: string, value: string) =>
    setSearch((before) => {
      if (value) before.set(name, value);
      else before.delete(name);
      return before;
    });
  const sheet = useSend((_: undefined) => download('POST /api/media-accounts/export', { query: asked }), keepFile);
  return (
    <div className="filters screen-only">
      <FindBox asked={asked.text ?? ''} among="名称、标识、主办单位" onFind={(words) => turn('text', words)} />
      <Narrow label="平台" none="全部平台" value={asked.platform ?? ''} onTurn={(to) => turn('platform', to)}>
        {choicesOf(page.platforms)}
      </Narrow>
      <Narrow label="状态" none="全部状态" value={asked.state ?? ''} onTurn={(to) => turn('state', to)}>
        {STATES}
      </Narrow>
      <Button loading={sheet.isPending} onClick={() => sheet.mutate(undefined)}>
        导出台账
      </Button>
      <ProblemNote error={sheet.error} />
    </div>
  );
}

interface NarrowProps {
  readonly label: string;
  readonly none: string;
  readonly value: string;
  readonly onTurn: (value: string) => void;
  readonly children: readonly Choice[];
}

function Narrow({ label, none, value, onTurn, children }: NarrowProps) {
  return (
    <select className="box narrow" aria-label={label} value={value} onChange={(event) => onTurn(event.target.value)}>
      <option value="">{none}</option>
      {children.map((one) => (
        <option key={one.value} value={one.value}>
          {one.term}
        </option>
      ))}
    </select>
  );
}

function Lines({ page, narrowed }: { readonly page: MediaAccountsPage; readonly narrowed: boolean }) {
  if (page.lines.length === 0)
    return narrowed ? (
      <Empty says="没有符合条件的账号。" begin="换个条件再查。" />
    ) : (
      <Empty says="台账里还没有账号。" begin="公开工作机构负责人登记以后，发布的信息才能计数、到期才能提醒。" />
    );
  return (
    <section className="card table-card" aria-label="账号">
      <table className="rows">
        <thead>
          <tr>
            <th scope="col">账号</th>
            <th scope="col">更新</th>
            <th scope="col">备案</th>
            <th scope="col" className="number">
              {`${page.year}年发布`}
            </th>
            <th scope="col">最近发布</th>
          </tr>
        </thead>
        <tbody>
          {page.lines.map((line) => (
            <Line key={line.id} line={line} year={page.year} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Line({ line, year }: { readonly line: MediaAccountLine; readonly year: number }) {
  return (
    <tr className="row" data-row>
      <th scope="row">
        <Link href={`/media-accounts/${encodeURIComponent(line.id)}?year=${year}`}>{line.name}</Link>
        <Bits of={[line.platformTerm, line.agency]} />
      </th>
      <td>{line.silence ? <Light light={line.silence.light} /> : <span className="soft">不计</span>}</td>
      <td>
        {line.closedOn ? `${line.closedOn} 注销` : (line.filedNumber ?? '待备案')}
        {line.contact && <span className="soft">{line.contact}</span>}
      </td>
      <td className="number">{`${line.posts} 条`}</td>
      <td>{line.lastPost ? <time>{line.lastPost}</time> : <span className="soft">没有登记</span>}</td>
    </tr>
  );
}
