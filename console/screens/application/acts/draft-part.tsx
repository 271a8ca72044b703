/** 一项答复: what it answers where there are several, which outcome with its article, and what the outcome asks for. */
import { Button } from 'antd';
import { useState } from 'react';
import { DayField } from '../../../components/day-field.tsx';
import { type FieldBase, WrongNote } from '../../../components/field.tsx';
import { LongField } from '../../../components/long-field.tsx';
import type { Stage } from './act-field.ts';
import { groundKey } from './act-of.ts';
import { OutcomePicker } from './outcome-picker.tsx';
import { Triage } from './triage.tsx';
import { TriageAids } from './triage-aids.tsx';
import { type Answered, deviates, endOf, pathIn } from './triage-path.ts';
import './draft-part.css';

export interface DraftPartProps {
  readonly stage: Stage;
  readonly index: number;
  readonly several: boolean;
  readonly field: (name: string) => Pick<FieldBase, 'value' | 'onChange' | 'wrong'>;
  readonly onJudge: (outcome: string, path: readonly Answered[]) => void;
  readonly onUp: (() => void) | undefined;
  readonly onRemove: () => void;
}

export function DraftPart({ stage, index, several, field, onJudge, onUp, onRemove }: DraftPartProps) {
  const { value, onChange, wrong } = field('outcome');
  const outcome = stage.words.outcomes.find(({ name }) => name === value);
  const [picking, setPicking] = useState(false);
  const [judging, setJudging] = useState(false);
  const heading = `第 ${index + 1} 项`;
  const body = (
    <>
      {several && <LongField label="答复的是哪一项内容" rows={2} {...field('what')} />}
      {picking || !outcome ? (
        <>
          {index === 0 && <TriageAids id={stage.file.line.id} />}
          {judging ? (
            <Triage
              questions={stage.words.triage}
              outcomes={stage.words.outcomes}
              onChoose={(name, path) => {
                onJudge(name, path);
                setJudging(false);
                setPicking(false);
              }}
              onLeave={() => setJudging(false)}
            />
          ) : (
            <p className="one-more">
              <Button onClick={() => setJudging(true)}>按问题一步步研判</Button>
              <span className="soft">拿不准结果的，逐个回答问题，每个问题旁边有条文。</span>
            </p>
          )}
          <OutcomePicker
            outcomes={stage.words.outcomes}
            chosen={value}
            onChoose={(name) => {
              onChange(name);
              setPicking(false);
            }}
          />
          {wrong && (
            <div role="alert">
              <WrongNote wrong={wrong} />
            </div>
          )}
        </>
      ) : (
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
          <Judged stage={stage} outcome={value} judged={field('judged').value} deviation={field('deviation')} />
          {outcome.grounds.map(({ name, term, hint, input, basis }) => {
            const base = { ...field(groundKey(name)), label: term, hint: `${hint}（${basis}）` };
            return input === 'date' ? (
              <DayField key={name} {...base} max={stage.file.today} />
            ) : (
              <LongField key={name} {...base} />
            );
          })}
        </>
      )}
    </>
  );
  if (!several) return body;
  return (
    <fieldset className="draft-part">
      <legend>{heading}</legend>
      <p className="draft-part-tools">
        {onUp && (
          <Button size="small" onClick={onUp} aria-label={`上移${heading}`}>
            上移
          </Button>
        )}
        <Button size="small" onClick={onRemove} aria-label={`去掉这一项（${heading}）`}>
          去掉这一项
        </Button>
      </p>
      {body}
    </fieldset>
  );
}

interface JudgedProps {
  readonly stage: Stage;
  readonly outcome: string;
  readonly judged: string;
  readonly deviation: Pick<FieldBase, 'value' | 'onChange' | 'wrong'>;
}

/** Whether the outcome is the one 研判 led to; where not, why. */
function Judged({ stage: { words }, outcome, judged, deviation }: JudgedProps) {
  if (judged === '') return null;
  const path = pathIn(judged);
  if (!deviates({ outcome, judged }, words.triage))
    return <p className="soft">经研判，回答了 {path.length} 个问题。</p>;
  const led = endOf(words.triage, path).outcome;
  return (
    <LongField
      label="不按研判结果的理由"
      hint={`研判的结果是“${words.outcomes.find(({ name }) => name === led)?.term ?? ''}”。审核、签发的人会看到这条理由。`}
      {...deviation}
    />
  );
}
