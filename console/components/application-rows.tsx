/** The table of applications; on a narrow screen each row folds into a card. */
import { Link } from 'wouter';
import type { RequestLineView } from '../../src/desk/contract.ts';
import { Bits } from './bits.tsx';
import { DueDay } from './due-day.tsx';
import { Light } from './light.tsx';

export interface ApplicationRowsProps {
  readonly lines: readonly RequestLineView[];
  /** 办理用时 by file, where it is told. */
  readonly workdays?: ReadonlyMap<string, number | null>;
}

export function ApplicationRows({ lines, workdays }: ApplicationRowsProps) {
  return (
    <div className="card table-card">
      <table className="rows">
        <thead>
          <tr>
            <th scope="col">红黄灯</th>
            <th scope="col">所需信息</th>
            <th scope="col">申请人</th>
            <th scope="col">收到</th>
            <th scope="col">期限</th>
            <th scope="col">状态</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <Row key={line.id} line={line} took={workdays?.get(line.id) ?? null} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ line, took }: { readonly line: RequestLineView; readonly took: number | null }) {
  return (
    <tr className="row" data-row>
      <td>
        <Light light={line.light} />
      </td>
      <th scope="row">
        <Link href={`/requests/${line.id}`}>{line.wanted}</Link>
        <Bits of={[line.number, line.number.startsWith(line.agency) ? null : line.agency]} />
        {line.problem && <span className="field-wrong">{line.problem}</span>}
      </th>
      <td>
        {line.maskedName}
        <span className="soft">{line.channel}</span>
      </td>
      <td data-head="收到">
        <time dateTime={line.receivedOn ?? line.arrivedOn}>{line.receivedOn ?? line.arrivedOn}</time>
        {line.receivedOn === null && <span className="soft">到达，待确认</span>}
      </td>
      <td>
        {line.closedOn === null || line.light !== 'done' ? (
          <DueDay {...line} />
        ) : (
          <>
            <time dateTime={line.closedOn}>{line.closedOn}</time>
            <span className={line.late ? 'field-wrong' : 'soft'}>{line.late ? '逾期办结' : '按期办结'}</span>
            {took !== null && <span className="soft took">用时 {took} 个工作日</span>}
          </>
        )}
      </td>
      <td>
        {line.state}
        <span className="soft">{line.outcome ?? (line.step && `下一步：${line.step.term}`)}</span>
      </td>
    </tr>
  );
}
