/** 制定一条规则: for which documents, and which steps; the same place ruled again takes the new steps. */
import { useState } from 'react';
import type { ReviewRulesView } from '../../../src/desk/contract.ts';
import { AgencyField } from '../../components/agency-field.tsx';
import { ChoiceField } from '../../components/choice-field.tsx';
import { choicesOf } from '../../components/choices-of.ts';
import { onlyAgency } from '../../components/only-agency.ts';
import { SideForm, type SideFormProps } from '../../components/side-form.tsx';
import type { RuleSent } from './review-rules.tsx';

export interface RuleFormProps extends Pick<SideFormProps, 'error' | 'pending' | 'onLeave'> {
  readonly view: ReviewRulesView;
  readonly onSave: (rule: RuleSent) => void;
}

export function RuleForm({ view, onSave, ...form }: RuleFormProps) {
  const [agencyId, setAgencyId] = useState(onlyAgency(view.agencies).name);
  const [column, setColumn] = useState('');
  const [kind, setKind] = useState('');
  const [preset, setPreset] = useState('');
  const [tried, setTried] = useState(false);
  const chosen = view.presets.find(({ name }) => name === preset);
  const submit = () => {
    setTried(true);
    if (agencyId === '' || !chosen) return false;
    return onSave({
      agencyId,
      column: column || null,
      kind: (kind || null) as RuleSent['kind'],
      preset: preset as RuleSent['preset'],
    });
  };
  return (
    <SideForm title="制定一条规则" verb="制定规则" onSubmit={submit} {...form}>
      <AgencyField
        agencies={view.agencies}
        value={agencyId}
        onChange={setAgencyId}
        hint="对它和下级机关都有效，下级另有规则的按下级的"
        wrong={tried && agencyId === '' ? '请选择机关。' : null}
      />
      <div className="pair">
        <ChoiceField
          label="栏目"
          value={column}
          onChange={setColumn}
          choices={view.columns.map(({ name, term, depth }) => ({
            value: name,
            term: `${'　'.repeat(depth)}${term}`,
          }))}
          none="全部栏目"
        />
        <ChoiceField label="种类" value={kind} onChange={setKind} choices={choicesOf(view.kinds)} none="全部种类" />
      </div>
      <ChoiceField
        label="审校"
        value={preset}
        onChange={setPreset}
        choices={choicesOf(view.presets)}
        none="请选择"
        hint={chosen?.hint}
        wrong={tried && !chosen ? '请选择要走哪几审哪几校。' : null}
      />
    </SideForm>
  );
}
