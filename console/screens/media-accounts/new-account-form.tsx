/** 登记一个账号. */
import type { MediaAccountsPage, NewAccount } from '../../../src/desk/contract.ts';
import { DayField } from '../../components/day-field.tsx';
import { ACCOUNT_MUST, AccountFields } from '../../components/media-accounts/account-fields.tsx';
import { onlyAgency } from '../../components/only-agency.ts';
import { SideForm } from '../../components/side-form.tsx';
import { useFields } from '../../components/use-fields.ts';

export interface NewAccountFormProps {
  readonly page: MediaAccountsPage;
  readonly error: unknown;
  readonly pending: boolean;
  readonly onSave: (sends: NewAccount) => void;
  readonly onLeave: () => void;
}

const MUST = { ...ACCOUNT_MUST, openedOn: '请选择开设日期。' };

export function NewAccountForm({ page, error, pending, onSave, onLeave }: NewAccountFormProps) {
  const agencyId = onlyAgency(page.agencies).name;
  const blank = { agencyId, platform: '', name: '', handle: '', contact: '', openedOn: '' };
  const { written, field, isComplete } = useFields(blank, MUST, error);
  return (
    <SideForm
      title="登记一个账号"
      verb="登记账号"
      error={error}
      pending={pending}
      onSubmit={() => isComplete() && onSave(written as NewAccount)}
      onLeave={onLeave}
    >
      <AccountFields platforms={page.platforms} agencies={page.agencies} field={field} />
      <DayField label="开设日期" max={page.today} {...field('openedOn')} hint="平台上注册的那一天" />
    </SideForm>
  );
}
