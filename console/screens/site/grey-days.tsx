/** 全站灰度: by whose order, for what, from which day to which. */
import { Button } from 'antd';
import type { GreyLine } from '../../../src/desk/contract.ts';
import { Bits } from '../../components/bits.tsx';
import { DayField } from '../../components/day-field.tsx';
import { Empty } from '../../components/empty.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { SideForm } from '../../components/side-form.tsx';
import { TextField } from '../../components/text-field.tsx';
import { useFields } from '../../components/use-fields.ts';
import type { SitePartProps } from './form-props.ts';

const STATES: Readonly<Record<GreyLine['state'], string>> = {
  coming: '还没有开始',
  now: '正在灰度',
  over: '已经结束',
  ended: '提前结束',
};

export function GreyDays(props: SitePartProps) {
  const { view, open, onOpen, onSend, error } = props;
  const mayArrange = view.mayNot === null;
  return (
    <section id="grey" aria-labelledby="grey-head">
      <h2 id="grey-head">全站灰度</h2>
      {mayArrange && open !== 'grey' && (
        <p>
          <button type="button" className="step-button" onClick={() => onOpen('grey')}>
            设定灰度的日期
          </button>
        </p>
      )}
      {open === 'grey' && <GreyForm {...props} />}
      {view.greys.length === 0 && (
        <Empty says="没有设过灰度。" begin="全国哀悼等日子按照上级的决定设定，到日子自动变灰、自动恢复。" />
      )}
      <ul className="site-list">
        {view.greys.map((grey) => (
          <li key={grey.id} className="card">
            <h3>{`${grey.from} 至 ${grey.until}：${grey.reason}`}</h3>
            <Bits
              of={[
                STATES[grey.state],
                `依据：${grey.orderedBy}`,
                `${grey.by}设定`,
                grey.endedOn && `${grey.endedOn} 恢复`,
              ]}
            />
            {mayArrange && (grey.state === 'now' || grey.state === 'coming') && (
              <Button
                size="small"
                onClick={() => {
                  onOpen(`end ${grey.id}`);
                  onSend({
                    act: { verb: 'endGrey', greyId: grey.id },
                    says: grey.state === 'now' ? '网站已经恢复颜色。' : '已经取消，到日子不会变灰。',
                  });
                }}
                aria-label={`${grey.state === 'now' ? '现在恢复' : '取消'}${grey.reason}`}
              >
                {grey.state === 'now' ? '现在恢复颜色' : '取消'}
              </Button>
            )}
            {open === `end ${grey.id}` && <ProblemNote error={error} />}
          </li>
        ))}
      </ul>
    </section>
  );
}

const ASKED = {
  orderedBy: '请写明是谁决定的。',
  reason: '请写明事由。',
  from: '请选开始的日期。',
  until: '请选最后一天。',
};

function GreyForm({ view, error, pending, onSend, onOpen }: SitePartProps) {
  const { written, field, isComplete } = useFields<Record<keyof typeof ASKED, string>>(
    { orderedBy: '', reason: '', from: view.today, until: view.today },
    ASKED,
    error,
  );
  const submit = () => {
    if (!isComplete()) return false;
    onSend({
      act: { verb: 'orderGrey', ...written },
      says: `已经设定：${written.from} 至 ${written.until} 全站灰度。`,
    });
    return true;
  };
  return (
    <SideForm
      title="设定灰度的日期"
      verb="设定"
      error={error}
      pending={pending}
      onSubmit={submit}
      onLeave={() => onOpen('')}
    >
      <TextField label="谁决定的" {...field('orderedBy')} hint="例如“国务院公告”" />
      <TextField label="事由" {...field('reason')} hint="例如“全国哀悼日”" />
      <DayField label="第一天" {...field('from')} />
      <DayField label="最后一天" {...field('until')} hint="第二天零点自动恢复" />
    </SideForm>
  );
}
