/** 一种在办事项: how many, to whom all of them go, and each with its day; where there are several successors, each by hand. */
import { useState } from 'react';
import type { MatterGroup, Term } from '../../../src/desk/contract.ts';
import '../../components/table.css';

export interface MatterTableProps {
  readonly group: MatterGroup;
  readonly successors: readonly Term[];
  readonly byKind: string;
  readonly pending: boolean;
  readonly onKind: (to: string) => void;
  readonly onSingle: (id: string, to: string) => void;
}

/** Enough to see what it is; the rest opens. */
const FIRST = 10;

export function MatterTable({ group, successors, byKind, pending, onKind, onSingle }: MatterTableProps) {
  const [all, setAll] = useState(false);
  const { term, measure, matters } = group;
  const shown = all ? matters : matters.slice(0, FIRST);
  const several = successors.length > 1;
  const nameOf = (id: string) => successors.find(({ name }) => name === id)?.term ?? id;
  const dated = matters.some(({ dueOn }) => dueOn !== null);
  return (
    <section className="matter-group">
      <div className="matter-head">
        <h4>{`${term} ${matters.length} ${measure}`}</h4>
        {several && (
          <label>
            这一种都移交
            <select className="box" value={byKind} disabled={pending} onChange={(event) => onKind(event.target.value)}>
              <option value="">照默认的</option>
              {successors.map(({ name, term: called }) => (
                <option key={name} value={name}>
                  {called}
                </option>
              ))}
            </select>
          </label>
        )}
      </div>
      <div className="table-card matter-table">
        <table className="rows">
          <caption className="heard">{term}</caption>
          <thead>
            <tr>
              <th scope="col">编号</th>
              <th scope="col">原机关</th>
              {dated && <th scope="col">期限（不变）</th>}
              <th scope="col">移交给</th>
            </tr>
          </thead>
          <tbody>
            {shown.map(({ id, label, from, dueOn, to }) => (
              <tr key={`${from}${id}`} className="row">
                <th scope="row">{label}</th>
                <td>{from}</td>
                {dated && <td>{dueOn ? <time dateTime={dueOn}>{dueOn}</time> : <span className="soft">没有</span>}</td>}
                <td>
                  {several ? (
                    <select
                      className="box"
                      aria-label={`${label}移交给`}
                      value={to}
                      disabled={pending}
                      onChange={(event) => onSingle(id, event.target.value)}
                    >
                      {successors.map(({ name, term: called }) => (
                        <option key={name} value={name}>
                          {called}
                        </option>
                      ))}
                    </select>
                  ) : (
                    nameOf(to)
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {matters.length > FIRST && (
        <p>
          <button type="button" className="step-button" onClick={() => setAll(!all)} aria-expanded={all}>
            {all ? '收起' : `看全部 ${matters.length} ${measure}`}
          </button>
        </p>
      )}
    </section>
  );
}
