/** 拟写答复: one outcome with what it asks for, or several for several things that were asked, then the text of the reply. */
import { Button } from 'antd';
import { ChoiceField } from '../../../components/choice-field.tsx';
import type { FieldBase } from '../../../components/field.tsx';
import { LongField } from '../../../components/long-field.tsx';
import type { Stage } from './act-field.ts';
import type { Values } from './act-of.ts';
import { DraftPart } from './draft-part.tsx';
import { MOST_PARTS, partPrefix, partsIn, withJudgement, withOneMore, withoutPart, withPartUp } from './draft-parts.ts';
import './draft-part.css';

export interface DraftFieldsProps {
  readonly stage: Stage;
  readonly values: Values;
  readonly onWrite: (values: Values) => void;
  readonly field: (name: string) => Pick<FieldBase, 'value' | 'onChange' | 'wrong'>;
}

export function DraftFields({ stage, values, onWrite, field }: DraftFieldsProps) {
  const parts = partsIn(values);
  const several = parts.length > 1;
  return (
    <>
      {parts.map((_, index) => (
        <DraftPart
          // biome-ignore lint/suspicious/noArrayIndexKey: an part is its place; what is written in it lies in the values.
          key={index}
          stage={stage}
          index={index}
          several={several}
          field={(name) => field(`${partPrefix(index)}${name}`)}
          onJudge={(outcome, path) => onWrite(withJudgement(values, index, outcome, path))}
          onUp={index > 0 ? () => onWrite(withPartUp(values, index)) : undefined}
          onRemove={() => onWrite(withoutPart(values, index))}
        />
      ))}
      {parts[0]?.outcome !== '' && (
        <>
          <p className="one-more">
            <Button onClick={() => onWrite(withOneMore(values))} disabled={parts.length >= MOST_PARTS}>
              {several ? '再加一项' : '分项答复'}
            </Button>
            <span className="soft">申请了几项内容而结果不同的，逐项写明，作一份答复。</span>
          </p>
          {several && <MainOutcome stage={stage} values={values} field={field} />}
          <div className="letter-text">
            <LongField label="答复书正文" rows={6} {...field('text')} />
          </div>
        </>
      )}
    </>
  );
}

/** 主处理结果: by the rule, or another of the parts for a reason. */
function MainOutcome({ stage, values, field }: Omit<DraftFieldsProps, 'onWrite'>) {
  const chosen = new Set(partsIn(values).map(({ outcome }) => outcome));
  const choices = stage.words.outcomes.filter(({ name }) => chosen.has(name));
  return (
    <>
      <ChoiceField
        label="年度报告按哪个结果计"
        hint="既有公开又有不予公开的，计为部分公开；否则按项数最多的，项数相同的按表三里排在前面的。"
        choices={[
          { value: '', term: '按上述规则确定' },
          ...choices.map(({ name, term }) => ({ value: name, term: `按“${term}”` })),
        ]}
        {...field('main')}
      />
      {values.main !== '' && <LongField label="不按规则确定的理由" optional {...field('why')} />}
    </>
  );
}
