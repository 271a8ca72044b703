/** 登记记录 [ENF-19]: what each sheet did, the newest first, and the file that names every number. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { call, download } from '../../api/call.ts';
import { useSend } from '../../api/use-send.ts';
import { keepFile } from '../../components/keep-file.ts';
import { Pages } from '../../components/pages.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import '../../components/table.css';

export function Imports() {
  const [page, setPage] = useState(1);
  const query = useQuery({
    queryKey: ['decisions', 'imports', page],
    queryFn: ({ signal }) => call('GET /api/decisions/imports', { query: { page }, signal }),
    placeholderData: keepPreviousData,
  });
  const file = useSend((id: string) => download('GET /api/decisions/imports/:id', { path: { id } }), keepFile);
  if (!query.data || query.data.total === 0) return null;
  const { imports, total, pageSize } = query.data;
  return (
    <details className="card decision-sheet">
      <summary>登记记录（{total} 次）</summary>
      <ProblemNote error={file.error} />
      <table className="rows" aria-label="登记记录">
        <thead>
          <tr>
            <th scope="col">时间</th>
            <th scope="col">机关和种类</th>
            <th scope="col" className="figures">
              新增
            </th>
            <th scope="col" className="figures">
              更正
            </th>
            <th scope="col" className="figures">
              相同
            </th>
            <th scope="col" className="figures">
              已撤回、未动
            </th>
            <th scope="col">明细</th>
          </tr>
        </thead>
        <tbody>
          {imports.map(({ id, at, agency, kind, added, changed, same, kept }) => (
            <tr key={id} className="row">
              <td className="figures">
                <time dateTime={at}>{new Date(at).toLocaleString('zh-CN', { timeZone: 'Asia/Shanghai' })}</time>
              </td>
              <th scope="row">
                {agency}
                <span className="soft agency-name">{kind}</span>
              </th>
              <td className="figures">{added}</td>
              <td className="figures">{changed}</td>
              <td className="figures">{same}</td>
              <td className="figures">{kept}</td>
              <td>
                {changed + kept > 0 && (
                  <Button onClick={() => file.mutate(id)} loading={file.isPending && file.variables === id}>
                    下载
                  </Button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <Pages page={page} pageSize={pageSize} total={total} onTurn={setPage} />
    </details>
  );
}
