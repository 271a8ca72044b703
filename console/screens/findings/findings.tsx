/** 监测整改: the sites that are watched with their last round, and the tickets by their day. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import type { FindingsPage } from '../../../src/desk/contract.ts';
import { call, download } from '../../api/call.ts';
import { useSend } from '../../api/use-send.ts';
import { Empty } from '../../components/empty.tsx';
import { keepFile } from '../../components/keep-file.ts';
import { Loaded } from '../../components/loaded.tsx';
import { Pages } from '../../components/pages.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { useRowKeys } from '../../components/row-keys.ts';
import { RowsSkeleton } from '../../components/rows-skeleton.tsx';
import { ticketHead } from '../../components/ticket-head.ts';
import { usePage } from '../../components/use-page.ts';
import { WaitingLine } from '../../components/waiting-line.tsx';
import '../../components/waiting.css';
import './findings.css';
import { NewSiteForm } from './new-site-form.tsx';
import { QuarterFiles } from './quarter-files.tsx';
import { SiteList } from './site-list.tsx';

export default function Findings() {
  const [page] = usePage();
  const query = useQuery({
    queryKey: ['findings', page],
    queryFn: ({ signal }) => call('GET /api/findings', { query: { page }, signal }),
  });
  useRowKeys();
  return (
    <Loaded query={query} skeleton={<RowsSkeleton />} alone>
      {(view) => <Shown view={view} page={page} />}
    </Loaded>
  );
}

function Shown({ view, page }: { readonly view: FindingsPage; readonly page: number }) {
  const [listing, setListing] = useState(false);
  const client = useQueryClient();
  const [, turn] = usePage();
  const { sites, lines, total, pageSize, agencies } = view;
  return (
    <>
      <header className="screen-head">
        <h1>监测整改</h1>
        {agencies.length > 0 && !listing && (
          <button type="button" className="step-button" onClick={() => setListing(true)}>
            登记站点
          </button>
        )}
      </header>
      <p className="soft">
        登记的站点每周全站检查一轮：错链、附件、栏目更新、个人信息、错别字、外站变化。改正后由系统复查才销号。
      </p>
      {listing && (
        <NewSiteForm
          agencies={agencies}
          onLeave={() => setListing(false)}
          onDone={() => {
            setListing(false);
            return client.invalidateQueries({ queryKey: ['findings'] });
          }}
        />
      )}
      {sites.length === 0 ? (
        <Empty says="还没有登记要监测的站点。" begin="登记本机关的门户网站以后，系统自动开始检查。" />
      ) : (
        <SiteList sites={sites} />
      )}
      {sites.length > 0 && <QuarterFiles today={view.today} />}
      {total > 0 && (
        <section className="waiting" aria-labelledby="tickets">
          <div className="found-bar">
            <h2 id="tickets">整改单</h2>
            <MonthButton today={view.today} />
          </div>
          <ul>
            {lines.map((line) => (
              <WaitingLine
                key={line.id}
                standing={line}
                to={`/tickets/${line.id}`}
                what={ticketHead(line)}
                bits={[line.number, line.site, line.state, line.repeated > 0 ? `屡查屡犯 ${line.repeated} 处` : null]}
              />
            ))}
          </ul>
          <Pages page={page} pageSize={pageSize} total={total} onTurn={turn} />
        </section>
      )}
    </>
  );
}

function MonthButton({ today }: { readonly today: string }) {
  const month = today.slice(0, 7);
  const sheet = useSend((_: undefined) => download('POST /api/findings/export', { query: { month } }), keepFile);
  const paper = useSend((_: undefined) => download('POST /api/findings/month', { query: { month } }), keepFile);
  return (
    <div className="screen-only month-files">
      <Button loading={sheet.isPending} onClick={() => sheet.mutate(undefined)}>
        导出本月整改月报
      </Button>
      <Button loading={paper.isPending} onClick={() => paper.mutate(undefined)}>
        下载本月监测和巡查月报（Word）
      </Button>
      <ProblemNote error={sheet.error ?? paper.error} />
    </div>
  );
}
