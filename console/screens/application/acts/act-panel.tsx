/** The form of one verb: its day, its fields, why it was refused, and the button that says what it does. */
import { Button } from 'antd';
import { type FormEvent, useState } from 'react';
import type { ActVerb, RequestAct, VerbView } from '../../../../src/desk/contract.ts';
import { problemOf } from '../../../api/call.ts';
import { withWeekday } from '../../../components/day.ts';
import { DayField } from '../../../components/day-field.tsx';
import { wrongAt } from '../../../components/field.tsx';
import { focusFirstWrong } from '../../../components/focus-wrong.ts';
import { ProblemNote } from '../../../components/problem-note.tsx';
import type { Stage } from './act-field.ts';
import { ACT_FORMS, type ActForm } from './act-fields.ts';
import { ActFiles, STAYING, useActFiles } from './act-files.tsx';
import { actOf, dayTerm, fieldsAsked, isStale, lacking, type Values } from './act-of.ts';
import { DraftFields } from './draft-fields.tsx';
import { FeePreview } from './fee-preview.tsx';
import { ALONG, JointPicker, useJoint } from './joint-picker.tsx';
import { OneField } from './one-field.tsx';

/** What goes along with an act: files, and other applications it is done on. */
export interface Going {
  readonly fileIds: readonly string[];
  readonly along: readonly { readonly id: string; readonly seen: number }[];
}

export interface ActPanelProps {
  readonly verb: VerbView & { readonly verb: ActVerb };
  readonly stage: Stage;
  readonly values: Values;
  /** Names of fields that are settled by where the form stands. */
  readonly settled?: readonly string[];
  readonly onWrite: (values: Values) => void;
  readonly error: unknown;
  readonly pending: boolean;
  readonly onAct: (act: RequestAct, going: Going) => void;
  readonly onReload: () => void;
}

export function ActPanel({
  verb: view,
  stage,
  values,
  settled = [],
  onWrite,
  error,
  pending,
  onAct,
  onReload,
}: ActPanelProps) {
  const { verb, term, lateUntil } = view;
  const [tried, setTried] = useState(false);
  const { outcomes } = stage.words;
  const lacks = lacking(verb, values, stage.words);
  const problem = error ? problemOf(error) : null;
  const { files } = ACT_FORMS[verb] as ActForm;
  const along = useActFiles(stage, files, values[STAYING] ?? '');
  const joint = useJoint(verb, stage, values);
  const unasked = joint.leavesSome ? settled : [...settled, 'named'];
  const field = (name: string) => ({
    value: values[name] ?? '',
    onChange: (value: string) => onWrite({ ...values, [name]: value }),
    wrong: (tried ? lacks[name] : undefined) ?? wrongAt(problem?.issues ?? [], `/act/${name}`),
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setTried(true);
    if (Object.keys(lacks).length === 0)
      onAct(actOf(verb, values, outcomes), { fileIds: along.going, along: joint.along });
    else focusFirstWrong(event.currentTarget);
  };

  return (
    <form className="act-panel" onSubmit={submit} noValidate aria-label={term}>
      {verb === 'draftReply' && <DraftFields stage={stage} values={values} onWrite={onWrite} field={field} />}
      {verb === 'noticeFee' && <FeePreview id={stage.file.line.id} values={values} />}
      <JointPicker of={joint} onChoose={(chosen) => onWrite({ ...values, [ALONG]: chosen })} />
      {fieldsAsked(verb, values)
        .filter(({ name }) => !unasked.includes(name))
        .map((one) => (
          <OneField key={one.name} of={one} stage={stage} values={values} {...field(one.name)} />
        ))}
      {(verb !== 'draftReply' || values.outcome) && (
        <>
          <DayField
            label={dayTerm(verb, values, stage)}
            max={lateUntil ?? stage.file.today}
            hint={
              lateUntil ? `补记：填实际办理的日期，最晚 ${withWeekday(lateUntil)}；卷内同时写明今天登记。` : undefined
            }
            {...field('on')}
          />
          {files && along.term && stage.file.mayAddFiles && (
            <ActFiles
              requestId={stage.file.line.id}
              purpose={files}
              term={along.term}
              usable={along.usable}
              staying={values[STAYING] ?? ''}
              onStay={(staying) => onWrite({ ...values, [STAYING]: staying })}
            />
          )}
          <ProblemNote error={error}>
            {problem && isStale(problem.code) && (
              <Button size="small" onClick={onReload}>
                刷新案卷，看看别人做了什么
              </Button>
            )}
          </ProblemNote>
          {tried && Object.keys(lacks).length > 0 && (
            <p className="field-wrong" role="alert">
              还有 {Object.keys(lacks).length} 处没有填写，见上面的红字。
            </p>
          )}
          <Button type="primary" size="large" htmlType="submit" loading={pending}>
            {lateUntil ? `补记：${term}` : term}
          </Button>
        </>
      )}
    </form>
  );
}
