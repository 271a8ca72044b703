/** 放假的时段: a row for each break, with its name, its first and its last day. */
import type { Issue } from '../../../src/desk/contract.ts';
import { DayField } from '../../components/day-field.tsx';
import { wrongAt } from '../../components/field.tsx';
import { TextField } from '../../components/text-field.tsx';
import { isBegun, type lackingInBreaks, type WrittenBreak, withRow, wrongInRow } from './notice.ts';

export interface BreakRowsProps {
  readonly rows: readonly WrittenBreak[];
  readonly onChange: (rows: readonly WrittenBreak[]) => void;
  readonly lacks: ReturnType<typeof lackingInBreaks>;
  readonly issues: readonly Issue[];
}

export function BreakRows({ rows, onChange, lacks, issues }: BreakRowsProps) {
  const none = wrongAt(issues, '/daysOff');
  const write = (key: number, change: Partial<WrittenBreak>) =>
    onChange(rows.map((row) => (row.key === key ? { ...row, ...change } : row)));
  return (
    <fieldset className="row-set">
      <legend>放假的时段</legend>
      {rows.map((row) => (
        <div key={row.key} className="row-line">
          <TextField
            label="节日"
            value={row.name}
            onChange={(name) => write(row.key, { name })}
            wrong={lacks.get(row.key)?.name ?? null}
          />
          <DayField
            label="首日"
            value={row.from}
            onChange={(from) => write(row.key, { from })}
            wrong={lacks.get(row.key)?.from ?? wrongInRow(issues, 'daysOff', rows, row, isBegun)}
          />
          <DayField label="末日" optional value={row.to} onChange={(to) => write(row.key, { to })} />
          <button
            type="button"
            className="step-button"
            onClick={() => onChange(rows.filter(({ key }) => key !== row.key))}
          >
            删去<span className="heard">这一段 {row.name}</span>
          </button>
        </div>
      ))}
      <p className="soft form-note">只放一天的，末日不用填。</p>
      {none && (
        <p className="field-wrong">
          {none.says}
          {none.advice}
        </p>
      )}
      <button
        type="button"
        className="step-button"
        onClick={() => onChange(withRow(rows, { name: '', from: '', to: '' }))}
      >
        加一段
      </button>
    </fieldset>
  );
}
