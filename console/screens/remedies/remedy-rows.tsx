/** The table of cases; a step that is recorded opens its form under the row. */
import { useState } from 'react';
import type { RemedyView, Vocabulary } from '../../../src/desk/contract.ts';
import { RemedyRow } from './remedy-row.tsx';
import '../../components/table.css';

export interface RemedyRowsProps {
  readonly lines: readonly RemedyView[];
  readonly words: Vocabulary;
  readonly today: string;
  readonly onDone: (says: string) => void;
}

/** The step of one case that is being recorded. */
export interface Turned {
  readonly id: string;
  readonly verb: string;
}

export function RemedyRows({ lines, words, today, onDone }: RemedyRowsProps) {
  const [turned, setTurned] = useState<Turned | null>(null);
  return (
    <div className="card table-card">
      <table className="rows remedies-list">
        <thead>
          <tr>
            <th scope="col">案件</th>
            <th scope="col">审级和期限</th>
            <th scope="col">下一步</th>
            <th scope="col">结果</th>
            <th scope="col">办理</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((remedy) => (
            <RemedyRow
              key={remedy.id}
              remedy={remedy}
              verb={turned?.id === remedy.id ? turned.verb : null}
              words={words}
              today={today}
              onTurn={(verb) => setTurned(verb === null ? null : { id: remedy.id, verb })}
              onDone={(says) => {
                setTurned(null);
                onDone(says);
              }}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}
