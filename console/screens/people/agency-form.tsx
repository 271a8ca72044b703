/** 添加机关. */
import { useState } from 'react';
import type { NewAgency } from '../../../src/desk/contract.ts';
import { problemOf } from '../../api/call.ts';
import { ChoiceField } from '../../components/choice-field.tsx';
import { choicesOf } from '../../components/choices-of.ts';
import { DayField } from '../../components/day-field.tsx';
import { wrongAt } from '../../components/field.tsx';
import { SideForm } from '../../components/side-form.tsx';
import { TextField } from '../../components/text-field.tsx';
import type { PeopleFormProps } from './people-form.ts';

export interface AgencyFormProps extends PeopleFormProps {
  readonly onSave: (agency: NewAgency) => void;
}

export function AgencyForm({ view, onSave, ...form }: AgencyFormProps) {
  const [written, setWritten] = useState<NewAgency>({
    parentId: view.agencies.find(({ parent }) => parent === null)?.name ?? view.agencies[0]?.name ?? '',
    ...{ name: '', creditCode: '', kind: 'department', foundedOn: '' },
  });
  const issues = form.error ? problemOf(form.error).issues : [];
  const field = (name: keyof NewAgency) => ({
    value: written[name] ?? '',
    onChange: (value: string) => setWritten((before) => ({ ...before, [name]: value })),
    wrong: wrongAt(issues, `/${name}`),
  });
  return (
    <SideForm title="添加机关" verb="添加机关" onSubmit={() => onSave(written)} {...form}>
      <TextField label="名称" hint="全称，例如“示例县财政局”" {...field('name')} />
      <div className="pair">
        <ChoiceField label="种类" {...field('kind')} choices={choicesOf(view.agencyKinds)} />
        <ChoiceField
          label="上级机关"
          {...field('parentId')}
          choices={choicesOf(view.agencies.filter(({ ended }) => ended === null))}
        />
      </div>
      <TextField label="统一社会信用代码" hint="18位，照登记证书填写" {...field('creditCode')} />
      <DayField label="成立日期" hint="新成立的填写；成立以前的年度不用编报年报" optional {...field('foundedOn')} />
    </SideForm>
  );
}
