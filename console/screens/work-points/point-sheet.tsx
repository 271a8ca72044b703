/** 用表格列入: checked first, with every line as it was read, and only then written; one faulty line and nothing is. */
import { call, download } from '../../api/call.ts';
import { CheckedSheet } from '../../components/sheets/checked-sheet.tsx';
import type { PointFormProps } from './new-point-form.tsx';
import '../../components/table.css';

export function PointSheet({ view: { year, agencies }, onDone, onLeave }: PointFormProps) {
  return (
    <CheckedSheet
      title={`用表格列入${year}年的要点`}
      verb="写入要点"
      causes="先核对，逐行看过再写入。有一行不合格，整份都不写入；已经列入的不会重复列入。"
      agencies={agencies}
      whose={{ hint: '谁的要点', ask: '请选择列入哪个机关的要点。' }}
      template={() => download('GET /api/work-points/template')}
      send={(sheet, trial) => call('POST /api/work-points/sheet', { query: { year, trial }, sends: sheet })}
      onDone={onDone}
      onLeave={onLeave}
      shown={({ lines }) => (
        <table className="rows" aria-label="读到的要点">
          <thead>
            <tr>
              <th scope="col">行</th>
              <th scope="col">工作要点</th>
              <th scope="col">责任单位</th>
              <th scope="col">完成时限</th>
            </tr>
          </thead>
          <tbody>
            {lines.map(({ at, title, owner, dueOn }) => (
              <tr key={at} className="row">
                <td className="number">{at}</td>
                <th scope="row">{title}</th>
                <td>{owner}</td>
                <td>
                  <time dateTime={dueOn}>{dueOn}</time>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    />
  );
}
