/** What is written down of an account, whether it is opened or changed. */
import type { Term } from '../../../src/desk/contract.ts';
import { AgencyField } from '../agency-field.tsx';
import { ChoiceField } from '../choice-field.tsx';
import { choicesOf } from '../choices-of.ts';
import type { FieldBase } from '../field.tsx';
import { TextField } from '../text-field.tsx';

export type AccountFieldName = 'agencyId' | 'platform' | 'name' | 'handle' | 'contact';

export const ACCOUNT_MUST = {
  agencyId: '请选择主办单位。',
  platform: '请选择平台。',
  name: '请填写账号名称。',
  contact: '请填写联系人和办公电话。',
} as const;

export interface AccountFieldsProps {
  readonly platforms: readonly Term[];
  readonly agencies: readonly Term[];
  readonly field: (name: AccountFieldName) => Pick<FieldBase, 'value' | 'onChange' | 'wrong'>;
}

export function AccountFields({ platforms, agencies, field }: AccountFieldsProps) {
  return (
    <>
      <AgencyField agencies={agencies} {...field('agencyId')} hint="主办单位，对账号的内容负责" />
      <div className="pair">
        <ChoiceField label="平台" {...field('platform')} choices={choicesOf(platforms)} none="请选择平台" />
        <TextField label="账号名称" {...field('name')} hint="平台上显示的名称，例如“示例县发布”" />
      </div>
      <div className="pair">
        <TextField label="账号标识" {...field('handle')} hint="微信号、主页号等；没有的不填" />
        <TextField label="联系人和办公电话" {...field('contact')} hint="写办公电话，不写私人手机" />
      </div>
    </>
  );
}
