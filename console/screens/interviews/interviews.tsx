/** 在线访谈: those of the officer's agencies, the latest first, and a new one. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { call } from '../../api/call.ts';
import { useSend } from '../../api/use-send.ts';
import { Empty } from '../../components/empty.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { Pages } from '../../components/pages.tsx';
import { useRowKeys } from '../../components/row-keys.ts';
import { RowsSkeleton } from '../../components/rows-skeleton.tsx';
import { usePage } from '../../components/use-page.ts';
import { WaitingLine } from '../../components/waiting-line.tsx';
import { type Notice, NoticeForm } from './notice-form.tsx';
import '../../components/waiting.css';

export default function Interviews() {
  const [page, turn] = usePage();
  const client = useQueryClient();
  const [, goTo] = useLocation();
  const [drafting, setDrafting] = useState(false);
  const query = useQuery({
    queryKey: ['interviews', page],
    queryFn: ({ signal }) => call('GET /api/interviews', { query: { page }, signal }),
  });
  const send = useSend(
    (sends: { agencyId: string; notice: Notice }) => call('POST /api/interviews', { sends }),
    async ({ line }) => {
      await client.invalidateQueries({ queryKey: ['interviews'] });
      goTo(`/interviews/${line.id}`);
    },
  );
  useRowKeys();
  return (
    <>
      <header className="screen-head">
        <h1>在线访谈</h1>
        {query.data && query.data.agencies.length > 0 && !drafting && (
          <Button type="primary" onClick={() => setDrafting(true)}>
            起草预告
          </Button>
        )}
      </header>
      <p className="soft">预告由另一个人审核以后公开；网友的提问看过才公开；发言随发随见；结束的计入年度报告。</p>
      {drafting && (
        <NoticeForm
          title="起草预告"
          verb="保存"
          agencies={query.data?.agencies ?? []}
          error={send.error}
          pending={send.isPending}
          onSend={(agencyId, notice) => send.mutate({ agencyId, notice })}
          onLeave={() => setDrafting(false)}
        />
      )}
      <Loaded query={query} skeleton={<RowsSkeleton />}>
        {({ lines, total, pageSize }) =>
          total === 0 ? (
            <Empty says="还没有访谈。" begin="编辑起草预告，发布人审核以后在门户公开。" />
          ) : (
            <section className="waiting" aria-label="访谈列表">
              <ul>
                {lines.map((line) => (
                  <WaitingLine
                    key={line.id}
                    to={`/interviews/${line.id}`}
                    what={line.title}
                    bits={[line.state, line.guest, line.agency, `${line.plannedOn} ${line.plannedAt}`]}
                    note={line.waiting > 0 && <strong>{line.waiting} 个提问待处理</strong>}
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
