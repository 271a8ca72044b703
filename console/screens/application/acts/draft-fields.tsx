/** 拟写答复: which outcome with its article, then the grounds it asks for, then the text of the reply. */
import { useState } from 'react';
import type { OutcomeView } from '../../../../src/desk/contract.ts';
import { DayField } from '../../../components/day-field.tsx';
import type { FieldBase } from '../../../components/field.tsx';
import { LongField } from '../../../components/long-field.tsx';
import type { Stage } from './act-fields.ts';
import { groundKey } from './act-of.ts';
import { OutcomePicker } from './outcome-picker.tsx';

export interface DraftFieldsProps {
  readonly stage: Stage;
  readonly outcome: OutcomeView | undefined;
  readonly field: (name: string) => Pick<FieldBase, 'value' | 'onChange' | 'wrong'>;
}

export function DraftFields({ stage, outcome, field }: DraftFieldsProps) {
  const [picking, setPicking] = useState(outcome === undefined);
  const { value, onChange } = field('outcome');
  if (picking || !outcome)
    return (
      <OutcomePicker
        outcomes={stage.words.outcomes}
        chosen={value}
        onChoose={(name) => {
          onChange(name);
          setPicking(false);
        }}
      />
    );
  return (
    <>
      <div className="outcome-chosen">
        <p>
          <span className="soft">处理结果</span>
          <strong>{outcome.term}</strong>
        </p>
        <p className="basis">{outcome.basis}</p>
        {outcome.records.length > 0 && <p>卷内应当有：{outcome.records.join('、')}</p>}
        <p>
          <span className="soft">告知救济途径</span>
          {outcome.remedy}
        </p>
        <button type="button" className="step-button" onClick={() => setPicking(true)}>
          换一个结果
        </button>
      </div>
      {outcome.grounds.map(({ name, term, hint, input, basis }) => {
        const base = { ...field(groundKey(name)), label: term, hint: `${hint}（${basis}）` };
        return input === 'date' ? (
          <DayField key={name} {...base} max={stage.file.today} />
        ) : (
          <LongField key={name} {...base} />
        );
      })}
      <div className="letter-text">
        <LongField label="答复书正文" rows={6} {...field('text')} />
      </div>
    </>
  );
}
