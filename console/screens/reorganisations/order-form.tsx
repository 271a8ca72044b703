/** 登记机构改革: of which kind, whom it is about, who continues, from when and on what basis. Nothing is done before the list was looked at. */
import type { OrderSent, ReorganisationsView } from '../../../src/desk/contract.ts';
import { ChoiceField } from '../../components/choice-field.tsx';
import { choicesOf } from '../../components/choices-of.ts';
import { DayField } from '../../components/day-field.tsx';
import { SideForm, type SideFormProps } from '../../components/side-form.tsx';
import { TextField } from '../../components/text-field.tsx';
import { AgenciesField } from './agencies-field.tsx';
import { ofKind, withSuccessors } from './blank-order.ts';

export interface OrderFormProps extends Pick<SideFormProps, 'error' | 'pending' | 'onSubmit' | 'onLeave'> {
  readonly view: ReorganisationsView;
  readonly order: OrderSent;
  readonly onWrite: (order: OrderSent) => void;
}

export function OrderForm({ view, order, onWrite, ...form }: OrderFormProps) {
  const { kind } = order;
  const says = view.kinds.find(({ name }) => name === kind)?.says;
  const field = (name: 'on' | 'basis' | 'reason' | 'newName') => ({
    value: order[name],
    onChange: (value: string) => onWrite({ ...order, [name]: value }),
  });
  // The highest one is never abolished.
  const mayEnd = kind === 'rename' ? view.agencies : view.agencies.filter(({ parent }) => parent !== null);
  return (
    <SideForm title="登记机构改革" verb="列出要移交的事项" {...form}>
      <ChoiceField
        label="种类"
        hint={says}
        value={kind}
        onChange={(value) => onWrite(ofKind(order, value as OrderSent['kind']))}
        choices={choicesOf(view.kinds)}
      />
      <AgenciesField
        label={kind === 'rename' ? '更名的机关' : '撤销的机关'}
        hint={kind === 'merge' ? '甲、乙并成丙的选甲和乙；甲并入乙的只选甲' : '只列你管理权限的、现在存续的机关'}
        agencies={mayEnd}
        chosen={order.about}
        several={kind === 'merge'}
        onChange={(about) =>
          onWrite(
            withSuccessors(
              { ...order, about },
              order.successors.filter((id) => !about.includes(id)),
            ),
          )
        }
      />
      {kind === 'rename' ? (
        <TextField label="新名称" hint="写全称；以前的文书和公开的信息保持旧名称" {...field('newName')} />
      ) : (
        <AgenciesField
          label="承继职能的机关"
          hint="新设的机关，请先在“机构人员”里添加"
          agencies={view.agencies.filter(({ name }) => !order.about.includes(name))}
          chosen={order.successors}
          several={kind !== 'merge'}
          onChange={(successors) => onWrite(withSuccessors(order, successors))}
        />
      )}
      {order.successors.length > 1 && (
        <ChoiceField
          label="没有另外指定的，移交给"
          hint="下一步可以按种类、逐件另外指定"
          value={order.defaultTo}
          onChange={(defaultTo) => onWrite({ ...order, defaultTo })}
          choices={choicesOf(view.agencies.filter(({ name }) => order.successors.includes(name)))}
        />
      )}
      <div className="pair">
        <DayField
          label={kind === 'rename' ? '更名之日' : '撤销之日'}
          hint="从这一天起；以后的日期到日由系统实施"
          {...field('on')}
        />
        <TextField label="依据的文件和文号" hint="例如 县委发〔2026〕3号《机构改革方案》" {...field('basis')} />
      </div>
      <TextField label="事由" hint="记入留痕和移交的案卷" {...field('reason')} />
    </SideForm>
  );
}
