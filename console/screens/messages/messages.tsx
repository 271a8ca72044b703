/** 发件箱: mail and SMS that wait, were sent and were not; what was not the system administrator sends again or gives up. */
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { MessageAct, MessagesView } from '../../../src/desk/contract.ts';
import { call } from '../../api/call.ts';
import { sessionQuery } from '../../api/session.ts';
import { useSend } from '../../api/use-send.ts';
import { momentOf } from '../../components/day.ts';
import { DoneNote } from '../../components/done-note.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { RowsSkeleton } from '../../components/rows-skeleton.tsx';
import { LetterRows } from './letter-rows.tsx';
import { PARTS, type Part } from './parts.ts';
import '../../components/step.css';
import './messages.css';

export default function Messages() {
  const [part, setPart] = useState<Part>('dead');
  const query = useQuery({
    queryKey: ['messages', part],
    queryFn: ({ signal }) => call('GET /api/messages', { query: { state: part }, signal }),
    placeholderData: keepPreviousData,
  });
  return (
    <>
      <header className="screen-head">
        <h1>发件箱</h1>
        <p className="soft">只看得到是哪种消息、发给谁、为什么没有发出，看不到地址和办理的内容。</p>
      </header>
      <Loaded query={query} skeleton={<RowsSkeleton />}>
        {(view) => <OpenMessages view={view} part={part} onPart={setPart} />}
      </Loaded>
    </>
  );
}

interface OpenMessagesProps {
  readonly view: MessagesView;
  readonly part: Part;
  readonly onPart: (part: Part) => void;
}

function OpenMessages({ view, part, onPart }: OpenMessagesProps) {
  const client = useQueryClient();
  const [done, setDone] = useState('');
  const act = useSend(
    ({ id, sends }: { readonly id: string; readonly sends: MessageAct }) =>
      call('POST /api/messages/:id/acts', { path: { id }, sends }),
    (_after, { sends }) => {
      setDone(sends.verb === 'sendAgain' ? '已经放回待发，马上再发。' : '已经记下，不再发送。');
      return Promise.all([
        client.invalidateQueries({ queryKey: ['messages'] }),
        client.invalidateQueries({ queryKey: sessionQuery.queryKey }),
      ]);
    },
  );
  return (
    <>
      {view.stalledSince && (
        <p className="outbox-alarm" role="alert">
          最近一个小时一条也没有发出，最早的一条从 <time>{momentOf(view.stalledSince)}</time>{' '}
          等到现在。请核对邮件、短信的设置和网络，“待发”里写着每条没有发出的原因。
        </p>
      )}
      <dl className="card channels">
        <div>
          <dt>邮件</dt>
          <dd>{view.mail ?? '没有设置，不发邮件'}</dd>
        </div>
        <div>
          <dt>短信</dt>
          <dd>{view.sms ?? '没有设置，不发短信'}</dd>
        </div>
      </dl>
      <DoneNote says={done} />
      <fieldset className="outbox-parts">
        <legend className="heard">看哪一部分</legend>
        {PARTS.map(({ name, term }) => (
          <button
            key={name}
            type="button"
            aria-pressed={name === part}
            onClick={() => {
              act.reset();
              setDone('');
              onPart(name);
            }}
          >
            {term} <span className="figures">{view[name]}</span>
          </button>
        ))}
      </fieldset>
      <LetterRows key={part} part={part} letters={view.letters} act={act} />
    </>
  );
}
