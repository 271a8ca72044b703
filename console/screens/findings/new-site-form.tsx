/** 登记站点: its name and its home page. */
import { useState } from 'react';
import type { NewSite, Term } from '../../../src/desk/contract.ts';
import { call } from '../../api/call.ts';
import { useSend } from '../../api/use-send.ts';
import { AgencyField } from '../../components/agency-field.tsx';
import { ChoiceField } from '../../components/choice-field.tsx';
import { onlyAgency } from '../../components/only-agency.ts';
import { SideForm } from '../../components/side-form.tsx';
import { TextField } from '../../components/text-field.tsx';

interface NewSiteFormProps {
  readonly agencies: readonly Term[];
  readonly onDone: () => unknown;
  readonly onLeave: () => void;
}

const ASKED = { agencyId: '请选择主管机关。', name: '请填写站点名称。', address: '请填写首页的网址。' } as const;

export function NewSiteForm({ agencies, onDone, onLeave }: NewSiteFormProps) {
  const [written, setWritten] = useState({ agencyId: onlyAgency(agencies).name, name: '', address: '', whose: 'own' });
  const [tried, setTried] = useState(false);
  const send = useSend((sent: NewSite) => call('POST /api/watched-sites', { sends: sent }), onDone);
  type Name = keyof typeof ASKED;
  const lacks = (name: Name) => (written[name].trim() === '' ? ASKED[name] : undefined);
  const field = (name: keyof typeof written) => ({
    value: written[name],
    onChange: (value: string) => setWritten({ ...written, [name]: value }),
    wrong: tried && name !== 'whose' ? lacks(name) : undefined,
  });
  const submit = () => {
    setTried(true);
    if ((Object.keys(ASKED) as Name[]).some(lacks)) return false;
    const { whose, ...rest } = written;
    send.mutate({ ...rest, own: whose === 'own' });
    return true;
  };
  return (
    <SideForm
      title="登记站点"
      verb="登记站点"
      error={send.error}
      pending={send.isPending}
      onSubmit={submit}
      onLeave={onLeave}
    >
      <AgencyField agencies={agencies} {...field('agencyId')} hint="主管机关，整改单派给它" />
      <TextField label="站点名称" {...field('name')} />
      <TextField label="首页网址" hint="如 https://www.example.gov.cn/" {...field('address')} />
      <ChoiceField
        label="谁的站点"
        {...field('whose')}
        choices={[
          { value: 'own', term: '本机关的，检查可以快一些' },
          { value: 'other', term: '县内其他单位的，每秒最多看一页' },
        ]}
      />
    </SideForm>
  );
}
