/** 站点编排: the home page block by block, special columns, pinned answers, days of grey. What is sent stands on the portal at once. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { SiteView } from '../../../src/desk/contract.ts';
import { call } from '../../api/call.ts';
import { useSend } from '../../api/use-send.ts';
import { DoneNote } from '../../components/done-note.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { RowsSkeleton } from '../../components/rows-skeleton.tsx';
import type { Asking, SitePartProps } from './form-props.ts';
import { GreyDays } from './grey-days.tsx';
import { HomePart } from './home-part.tsx';
import { Pins } from './pins.tsx';
import './site.css';
import { Specials } from './specials.tsx';

const KEY = ['site'];

export default function Site() {
  const query = useQuery({ queryKey: KEY, queryFn: ({ signal }) => call('GET /api/site', { signal }) });
  return (
    <>
      <header className="screen-head">
        <h1>站点编排</h1>
      </header>
      <Loaded query={query} skeleton={<RowsSkeleton />}>
        {(view) => <Shown view={view} />}
      </Loaded>
    </>
  );
}

function Shown({ view }: { readonly view: SiteView }) {
  const client = useQueryClient();
  const [open, setOpen] = useState('');
  const [done, setDone] = useState('');
  const send = useSend(
    ({ act }: Asking) => call('POST /api/site/acts', { sends: act }),
    (next, { says }) => {
      setOpen('');
      setDone(says);
      client.setQueryData(KEY, next);
    },
  );
  const part: SitePartProps = {
    ...{ view, error: send.error, pending: send.isPending, open },
    onSend: (asking) => {
      setDone('');
      send.mutate(asking);
    },
    onOpen: (form) => {
      send.reset();
      setOpen(form);
    },
  };
  return (
    <>
      <p className="soft">
        {view.mayNot ?? `${view.agency.term}的门户。在这里发布的，读者马上看到；每一次改动都有记录。`}
      </p>
      <DoneNote says={done} />
      <nav className="site-parts" aria-label="本页各部分">
        <a href="#home">首页</a>
        <a href="#specials">专栏</a>
        <a href="#pins">置顶答案</a>
        <a href="#grey">全站灰度</a>
      </nav>
      <HomePart key={view.home.version} {...part} />
      <Specials {...part} />
      <Pins {...part} />
      <GreyDays {...part} />
    </>
  );
}
