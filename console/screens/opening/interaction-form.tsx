/** 登记一次互动. */
import type { NewInteraction } from '../../../src/desk/contract.ts';
import { AgencyField } from '../../components/agency-field.tsx';
import { ChoiceField } from '../../components/choice-field.tsx';
import { choicesOf } from '../../components/choices-of.ts';
import { DayField } from '../../components/day-field.tsx';
import { SideForm } from '../../components/side-form.tsx';
import { TextField } from '../../components/text-field.tsx';
import { useFields } from '../../components/use-fields.ts';
import type { EntryFormProps } from './entry-form.ts';

export function InteractionForm({ view, today, agencyId, onSave, ...form }: EntryFormProps<NewInteraction>) {
  const blank = { agencyId, kind: '', title: '', heldOn: today };
  const { written, field, isComplete } = useFields<NewInteraction>(blank, MUST, form.error);
  return (
    <SideForm title="登记一次互动" verb="登记互动" onSubmit={() => isComplete() && onSave(written)} {...form}>
      <AgencyField agencies={view.interactionsFor} {...field('agencyId')} />
      <div className="pair">
        <ChoiceField label="种类" {...field('kind')} choices={choicesOf(view.interactionKinds)} none="请选择" />
        <DayField label="举行、答复或者发布之日" max={today} {...field('heldOn')} />
      </div>
      <TextField label="题目" {...field('title')} />
    </SideForm>
  );
}

const MUST = {
  agencyId: '请选择登记到哪个机关。',
  kind: '请选择种类。',
  title: '请写明这次互动的题目。',
  heldOn: '请选择日期。',
};
