/** 修改口径: another answer, and on whose word. */
import { useState } from 'react';
import type { SettingChange, SettingView, VerbView } from '../../../src/desk/contract.ts';
import { ChoiceField } from '../../components/choice-field.tsx';
import { choicesOf } from '../../components/choices-of.ts';
import { CountField } from '../../components/count-field.tsx';
import { LongField } from '../../components/long-field.tsx';
import { SideForm, type SideFormProps } from '../../components/side-form.tsx';
import { answerToSend } from './answer-in-words.ts';

export interface SettingFormProps extends Pick<SideFormProps, 'error' | 'pending' | 'onLeave'> {
  readonly setting: SettingView;
  readonly change: VerbView;
  readonly onSave: (change: SettingChange) => void;
}

export function SettingForm({ setting, change, onSave, ...form }: SettingFormProps) {
  const { name, term, value, choices, range } = setting;
  const [typed, setTyped] = useState(String(value));
  const [why, setWhy] = useState('');
  const [tried, setTried] = useState(false);
  const answer = answerToSend(setting, typed);
  const unchanged = answer === value;
  const lacksWhy = why.trim() === '';
  const submit = () => {
    setTried(true);
    if (answer === null || unchanged || lacksWhy) return false;
    return onSave({ name, value: answer, why: why.trim() });
  };
  const wrong = tried && unchanged ? '和现在的一样，请选另一种。' : null;
  return (
    <SideForm title={`修改：${term}`} verb="修改口径" onSubmit={submit} {...form}>
      {range ? (
        <CountField
          label="改为"
          value={typed}
          onChange={setTyped}
          unit={`${range.unit}，${range.from} 至 ${range.to}`}
          wrong={answer === null ? `请填写 ${range.from} 至 ${range.to} 的整数。` : wrong}
        />
      ) : (
        <ChoiceField label="改为" value={typed} onChange={setTyped} choices={choicesOf(choices)} wrong={wrong} />
      )}
      <LongField
        label="修改的依据"
        value={why}
        onChange={setWhy}
        hint={`例如上级的书面答复。${change.causes}`}
        wrong={tried && lacksWhy ? '请写明修改的依据，例如上级的书面答复。' : null}
      />
    </SideForm>
  );
}
