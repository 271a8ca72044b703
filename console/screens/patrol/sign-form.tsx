/** 签巡查单: each point with what the machine says; fine by one click, anything else in words. */
import { Button } from 'antd';
import { type FormEvent, useState } from 'react';
import type { PatrolActBody, PatrolSheetView } from '../../../src/desk/contract.ts';
import { focusFirstWrong } from '../../components/focus-wrong.ts';
import { LongField } from '../../components/long-field.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { MachineWord } from './machine-word.tsx';

type Point = PatrolSheetView['points'][number];
type Signing = Extract<PatrolActBody, { verb: 'sign' }>;
type Answer = Signing['answers'][number];
type Written = Readonly<Record<string, { readonly sight: string; readonly says: string }>>;

interface SignFormProps {
  readonly view: PatrolSheetView;
  readonly send: { mutate(act: PatrolActBody): void; readonly error: unknown; readonly isPending: boolean };
}

export function SignForm({ view, send }: SignFormProps) {
  const [written, setWritten] = useState<Written>({});
  const [lateBecause, setLateBecause] = useState('');
  const [tried, setTried] = useState(false);
  const isLate = view.day < view.today;
  const of = (point: Point) => written[point.name] ?? { sight: '', says: '' };
  const lackOf = (point: Point) => lacking(of(point), point);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setTried(true);
    if (view.points.some(lackOf) || (isLate && lateBecause.trim() === '')) {
      focusFirstWrong(event.currentTarget);
      return;
    }
    const answers = view.points.map((point) => ({ point: point.name, ...of(point) }) as Answer);
    send.mutate({ verb: 'sign', answers, lateBecause });
  };
  return (
    <form onSubmit={submit} noValidate aria-label="签巡查单">
      <ol className="patrol-points">
        {view.points.map((point) => (
          <PointFields
            key={point.name}
            point={point}
            sights={view.sights}
            value={of(point)}
            lack={tried ? lackOf(point) : undefined}
            disabled={!view.signing.allowed}
            onChange={(value) => setWritten({ ...written, [point.name]: value })}
          />
        ))}
      </ol>
      {view.signing.allowed ? (
        <section className="card patrol-sign">
          {isLate && (
            <LongField
              label="当天为什么没有签"
              value={lateBecause}
              onChange={setLateBecause}
              wrong={tried && lateBecause.trim() === '' ? '补签要写明原因。' : undefined}
            />
          )}
          <ProblemNote error={send.error} />
          <p>
            <Button type="primary" htmlType="submit" loading={send.isPending}>
              {isLate ? '补签巡查单' : '签巡查单'}
            </Button>
          </p>
        </section>
      ) : (
        <p className="soft">{view.signing.why}</p>
      )}
    </form>
  );
}

function lacking({ sight, says }: { sight: string; says: string }, { machine }: Point): string | undefined {
  if (sight === '') return '请选择看到的情况。';
  if (says.trim() !== '') return undefined;
  if (sight !== 'fine') return '请写明看到了什么，或者为什么没有看。';
  return machine.state === 'failed' || machine.state === 'urgent' ? '系统看到有问题，请写明为什么正常。' : undefined;
}

interface PointFieldsProps {
  readonly point: Point;
  readonly sights: PatrolSheetView['sights'];
  readonly value: { readonly sight: string; readonly says: string };
  readonly lack: string | undefined;
  readonly disabled: boolean;
  readonly onChange: (value: { readonly sight: string; readonly says: string }) => void;
}

function PointFields({ point, sights, value, lack, disabled, onChange }: PointFieldsProps) {
  const { name, term, look, basis, certainty, machine } = point;
  const speaks = value.sight === 'problem' || value.sight === 'notLooked' || lack !== undefined || value.says !== '';
  return (
    <li className="card">
      <fieldset disabled={disabled}>
        <legend>{term}</legend>
        <p>{look}</p>
        <p className="basis">{certainty === '依据' ? `依据：${basis}` : `依据：${basis}（${certainty}）`}</p>
        <MachineWord machine={machine} />
        <div className="patrol-sights">
          {sights.map((sight) => (
            <label key={sight.name}>
              <input
                type="radio"
                name={name}
                checked={value.sight === sight.name}
                aria-invalid={lack !== undefined && value.sight === ''}
                onChange={() => onChange({ ...value, sight: sight.name })}
              />
              {sight.term}
            </label>
          ))}
        </div>
        {lack !== undefined && value.sight === '' && <p className="field-wrong">{lack}</p>}
        {speaks && value.sight !== '' && (
          <LongField
            label="看到了什么"
            rows={2}
            value={value.says}
            onChange={(says) => onChange({ ...value, says })}
            optional={value.sight === 'fine' && lack === undefined}
            wrong={lack}
          />
        )}
      </fieldset>
    </li>
  );
}
