/** 收集的年报: reports of any agency, read from their files; those with figures to be settled are marked. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import type { CollectedLine } from '../../../src/desk/contract.ts';
import { call } from '../../api/call.ts';
import { Empty } from '../../components/empty.tsx';
import { FindBox } from '../../components/find-box.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { useRowKeys } from '../../components/row-keys.ts';
import { RowsSkeleton } from '../../components/rows-skeleton.tsx';
import { CollectForm } from './collect-form.tsx';
import '../../components/filters.css';
import '../../components/table.css';
import './collected.css';

export default function CollectedReports() {
  const client = useQueryClient();
  const query = useQuery({
    queryKey: ['collected-reports'],
    queryFn: ({ signal }) => call('GET /api/collected-reports', { signal }),
  });
  useRowKeys();
  return (
    <>
      <header className="screen-head">
        <h1>收集的年报</h1>
      </header>
      <Loaded query={query} skeleton={<RowsSkeleton />}>
        {({ lines, agencies }) => (
          <>
            {agencies.length > 0 && (
              <CollectForm
                agencies={agencies}
                onDone={() => client.invalidateQueries({ queryKey: ['collected-reports'] })}
              />
            )}
            {lines.length === 0 ? (
              <Empty
                says="还没有收集年报。"
                begin="上传下级单位或者别处的年报（网页、Word、Excel、PDF、压缩包），读出三张表并核对；分不清的数对着原文定。"
              />
            ) : (
              <Rows lines={lines} />
            )}
          </>
        )}
      </Loaded>
    </>
  );
}

/** Chosen ones are compared; what is typed narrows the list by agency or year, and what was chosen before stays chosen. */
function Rows({ lines }: { readonly lines: readonly CollectedLine[] }) {
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const words = typed.trim().split(/\s+/).filter(Boolean);
  const shown = lines.filter((line) =>
    words.every((word) => `${line.unit ?? ''} ${line.year ?? ''} ${line.name}`.includes(word)),
  );
  const choose = (id: string, on: boolean) => setChosen(on ? [...chosen, id] : chosen.filter((one) => one !== id));
  return (
    <>
      <div className="filters">
        <FindBox asked={typed} among="机关、年度、文件名" onFind={setTyped} />
        {chosen.length > 1 ? (
          <Link
            className="step-button"
            href={`/collected-reports/compare?ids=${chosen.map(encodeURIComponent).join(',')}`}
          >
            比较所选的 {chosen.length} 份
          </Link>
        ) : (
          <span className="soft">勾选两份以上可以比较</span>
        )}
      </div>
      {shown.length === 0 ? (
        <Empty says="没有符合的年报。" />
      ) : (
        <Table lines={shown} chosen={chosen} onChoose={choose} />
      )}
    </>
  );
}

interface TableProps {
  readonly lines: readonly CollectedLine[];
  readonly chosen: readonly string[];
  readonly onChoose: (id: string, on: boolean) => void;
}

function Table({ lines, chosen, onChoose }: TableProps) {
  return (
    <div className="card table-card">
      <table className="rows">
        <thead>
          <tr>
            <th scope="col">比较</th>
            <th scope="col">年度</th>
            <th scope="col">机关</th>
            <th scope="col">待定的数</th>
            <th scope="col">文件</th>
            <th scope="col">收集</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.id} className="row" data-row>
              <td>
                <input
                  type="checkbox"
                  checked={chosen.includes(line.id)}
                  aria-label={`比较${line.unit ?? line.name} ${line.year ?? ''}`}
                  onChange={({ target }) => onChoose(line.id, target.checked)}
                />
              </td>
              <td className="figures">{line.year ?? '不明'}</td>
              <th scope="row">
                <Link href={`/collected-reports/${encodeURIComponent(line.id)}`}>{line.unit ?? '没有认出机关'}</Link>
              </th>
              <td>{line.open > 0 ? <span className="open-cells">{line.open} 格待定</span> : '都已读出'}</td>
              <td className="file-name">{line.name}</td>
              <td>
                {line.addedBy} <time dateTime={line.addedOn}>{line.addedOn}</time>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
