/** 查阅记录: every look at an applicant's identity in the auditor's reach, narrowed and paged by the address. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { Link, useSearchParams } from 'wouter';
import type { LookQuery } from '../../../src/desk/contract.ts';
import { call, download } from '../../api/call.ts';
import { useSend } from '../../api/use-send.ts';
import { Empty } from '../../components/empty.tsx';
import { keepFile } from '../../components/keep-file.ts';
import { Loaded } from '../../components/loaded.tsx';
import { Pages } from '../../components/pages.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { RowsSkeleton } from '../../components/rows-skeleton.tsx';
import { usePage } from '../../components/use-page.ts';
import { LookFilters } from './look-filters.tsx';
import { isNarrowed, queryFrom } from './look-query.ts';
import { LookRows } from './look-rows.tsx';
import '../../components/filters.css';
import '../../components/table.css';
import './looks.css';

export default function Looks() {
  const [search] = useSearchParams();
  const asked = queryFrom(search);
  const query = useQuery({
    queryKey: ['looks', asked],
    queryFn: ({ signal }) => call('GET /api/looks', { query: asked, signal }),
    placeholderData: keepPreviousData,
  });
  const [, turnTo] = usePage();
  return (
    <>
      <header className="screen-head">
        <h1>查阅记录</h1>
        <p className="soft">谁在什么时候、为什么看过申请人的身份。每次查看都先留痕，后显示。</p>
      </header>
      <Loaded query={query} skeleton={<RowsSkeleton />}>
        {(page) => (
          <>
            <LookFilters asked={asked} page={page} />
            <LogExport asked={asked} />
            {page.lines.length === 0 ? (
              <Empty
                says={isNarrowed(asked) ? '没有符合条件的查阅记录。' : '还没有人看过申请人的身份。'}
                begin={isNarrowed(asked) && <Link href="/looks">清除条件</Link>}
              />
            ) : (
              <>
                <div className="found-bar">
                  <p className="soft found" role="status">
                    共 {page.total} 条
                  </p>
                  <ExportButton asked={asked} />
                </div>
                <LookRows lines={page.lines} />
                <Pages page={asked.page ?? 1} pageSize={page.pageSize} total={page.total} onTurn={turnTo} />
              </>
            )}
          </>
        )}
      </Loaded>
    </>
  );
}

/** 操作日志: by the same officer, agency and days, whether he looked at an identity or not. */
function LogExport({ asked: { page: _, ...query } }: { readonly asked: LookQuery }) {
  const log = useSend((_: undefined) => download('POST /api/log/export', { query }), keepFile);
  return (
    <div className="screen-only export">
      <p className="soft">
        操作日志：登录、调整岗位、查阅和每一步办理，按上面选的人员、机关和日期导出；导出本身也留痕。
      </p>
      <Button size="small" loading={log.isPending} onClick={() => log.mutate(undefined)}>
        导出操作日志（CSV）
      </Button>
      <ProblemNote error={log.error} />
    </div>
  );
}

function ExportButton({ asked: { page: _, ...query } }: { readonly asked: LookQuery }) {
  const sheet = useSend((_: undefined) => download('POST /api/looks/export', { query }), keepFile);
  return (
    <div className="screen-only export">
      <Button size="small" loading={sheet.isPending} onClick={() => sheet.mutate(undefined)}>
        导出这些记录
      </Button>
      <ProblemNote error={sheet.error} />
    </div>
  );
}
