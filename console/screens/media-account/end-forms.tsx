/** 备案, 注销. */
import { DayField } from '../../components/day-field.tsx';
import { LongField } from '../../components/long-field.tsx';
import { SideForm } from '../../components/side-form.tsx';
import { TextField } from '../../components/text-field.tsx';
import { useFields } from '../../components/use-fields.ts';
import type { AccountFormProps } from './media-account.tsx';

const FILE_MUST = { number: '请填写备案编号。', on: '请选择备案日期。' };

export function FileForm({ view, error, pending, onSend, onLeave }: AccountFormProps) {
  const { written, field, isComplete } = useFields({ number: '', on: '' }, FILE_MUST, error);
  const submit = () => isComplete() && onSend({ verb: 'file', ...written });
  return (
    <SideForm title="登记备案" verb="登记备案" error={error} pending={pending} onSubmit={submit} onLeave={onLeave}>
      <div className="pair">
        <TextField label="备案编号" {...field('number')} hint="没有编号的，写备案文件的名称" />
        <DayField label="备案日期" max={view.today} {...field('on')} />
      </div>
    </SideForm>
  );
}

const CLOSE_MUST = { on: '请选择注销日期。', why: '请写明为什么注销。' };

export function CloseForm({ view, error, pending, onSend, onLeave }: AccountFormProps) {
  const { written, field, isComplete } = useFields({ on: view.today, why: '' }, CLOSE_MUST, error);
  const submit = () => isComplete() && onSend({ verb: 'close', ...written });
  return (
    <SideForm title="注销账号" verb="注销账号" error={error} pending={pending} onSubmit={submit} onLeave={onLeave}>
      <DayField label="注销日期" max={view.today} {...field('on')} hint="平台上停用的那一天" />
      <LongField label="为什么注销" {...field('why')} hint="注销以后不能恢复，再用要重新登记；以前发布的仍然计数" />
    </SideForm>
  );
}
