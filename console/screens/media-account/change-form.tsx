/** 变更账号: what is written down of it, and to whom it belongs. */
import type { AccountActSent } from '../../../src/desk/contract.ts';
import { LongField } from '../../components/long-field.tsx';
import { ACCOUNT_MUST, AccountFields } from '../../components/media-accounts/account-fields.tsx';
import { SideForm } from '../../components/side-form.tsx';
import { useFields } from '../../components/use-fields.ts';
import type { AccountFormProps } from './media-account.tsx';

const MUST = { ...ACCOUNT_MUST, why: '请写明为什么变更。' };

export function ChangeForm({ view, error, pending, onSend, onLeave }: AccountFormProps) {
  const { agencyId, platform, name, handle, contact } = view.line;
  const { written, field, isComplete } = useFields({ agencyId, platform, name, handle, contact, why: '' }, MUST, error);
  const submit = () => isComplete() && onSend({ verb: 'change', ...written } as AccountActSent);
  return (
    <SideForm title="变更账号" verb="保存变更" error={error} pending={pending} onSubmit={submit} onLeave={onLeave}>
      <AccountFields platforms={view.platforms} agencies={view.agencies} field={field} />
      <LongField label="为什么变更" {...field('why')} hint="名称、平台、标识、主办单位变了的，要重新备案" rows={2} />
    </SideForm>
  );
}
