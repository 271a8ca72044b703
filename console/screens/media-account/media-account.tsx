/** 一个账号: what is to be done with it next, what was posted on it, and what became of it. */
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useParams, useSearchParams } from 'wouter';
import type { AccountActSent, MediaAccountView } from '../../../src/desk/contract.ts';
import { call } from '../../api/call.ts';
import { useSession } from '../../api/session.ts';
import { useSend } from '../../api/use-send.ts';
import { Bits } from '../../components/bits.tsx';
import { DoneNote } from '../../components/done-note.tsx';
import { Light } from '../../components/light.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { RowsSkeleton } from '../../components/rows-skeleton.tsx';
import { usePage } from '../../components/use-page.ts';
import { yearFrom } from '../../components/year-from.ts';
import '../../components/file-head.css';
import { AccountFacts } from './account-facts.tsx';
import { ChangeForm } from './change-form.tsx';
import { CloseForm, FileForm } from './end-forms.tsx';
import './media-account.css';
import { PostList } from './post-list.tsx';
import { RecordPosts } from './record-posts.tsx';
import { WechatPosts } from './wechat-posts.tsx';

export default function MediaAccount() {
  const { id = '' } = useParams<{ id: string }>();
  const [search] = useSearchParams();
  const year = yearFrom(search.get('year'), useSession().today);
  const [page] = usePage();
  const query = useQuery({
    queryKey: ['media-account', id, year, page],
    queryFn: ({ signal }) => call('GET /api/media-accounts/:id', { path: { id }, query: { year, page }, signal }),
    placeholderData: keepPreviousData,
  });
  return (
    <Loaded query={query} skeleton={<RowsSkeleton />} alone>
      {(view) => <Shown key={id} view={view} page={page} />}
    </Loaded>
  );
}

/** What every form of this screen is given. */
export interface AccountFormProps {
  readonly view: MediaAccountView;
  readonly error: unknown;
  readonly pending: boolean;
  readonly onSend: (act: AccountActSent) => void;
  readonly onLeave: () => void;
}

const DONE: Readonly<Record<AccountActSent['verb'], string>> = {
  recordPosts: '已经登记，计入所在年度的数。',
  change: '已经变更，留在台账里。名称、平台、标识或者主办单位变了的，要重新备案。',
  file: '已经登记备案。',
  close: '已经注销。以前发布的仍然计数。',
};

type Writing = AccountActSent['verb'] | null;

function Shown({ view, page }: { readonly view: MediaAccountView; readonly page: number }) {
  const { line, year, keeping, posting } = view;
  const client = useQueryClient();
  const [writing, setWriting] = useState<Writing>(null);
  const [done, setDone] = useState('');
  const refresh = () =>
    client.invalidateQueries({ predicate: ({ queryKey }) => SHOW_ACCOUNTS.includes(String(queryKey[0])) });
  const send = useSend(
    (sends: AccountActSent) =>
      call('POST /api/media-accounts/:id/acts', { path: { id: line.id }, query: { year }, sends }),
    (_, { verb }) => {
      setWriting(null);
      setDone(DONE[verb]);
      return refresh();
    },
  );
  const turn = (to: Writing) => {
    send.reset();
    setDone('');
    setWriting(to);
  };
  const form = { view, error: send.error, pending: send.isPending, onSend: send.mutate, onLeave: () => turn(null) };
  const inUse = line.closedOn === null;
  return (
    <>
      <title>{`${line.name} · 政务公开工作台`}</title>
      <header className="file-head">
        <p>
          {line.silence && <Light light={line.silence.light} />}
          <Bits of={[line.platformTerm, line.state, line.agency]} />
        </p>
        <h1>{line.name}</h1>
        {line.silence && <p className="soft">{line.silence.says}</p>}
      </header>
      <DoneNote says={done} />
      {writing === null && (
        <p className="account-steps screen-only">
          {posting.allowed && (
            <Button type="primary" onClick={() => turn('recordPosts')}>
              登记发布的信息
            </Button>
          )}
          {keeping.allowed && inUse && line.filedOn === null && <Button onClick={() => turn('file')}>登记备案</Button>}
          {keeping.allowed && inUse && <Button onClick={() => turn('change')}>变更账号</Button>}
          {keeping.allowed && inUse && <Button onClick={() => turn('close')}>注销账号</Button>}
        </p>
      )}
      {!posting.allowed && !keeping.allowed && <p className="soft">{posting.why}</p>}
      {writing === 'recordPosts' && <RecordPosts {...form} />}
      {writing === 'file' && <FileForm {...form} />}
      {writing === 'change' && <ChangeForm {...form} />}
      {writing === 'close' && <CloseForm {...form} />}
      <PostList view={view} page={page} onDone={refresh} />
      {line.platform === 'wechat' && <WechatPosts accountId={line.id} />}
      <AccountFacts view={view} />
    </>
  );
}

const SHOW_ACCOUNTS = ['media-account', 'media-accounts', 'inbox', 'report', 'reports', 'interactions'];
