/** 问卷的题目: added, moved, taken out; each with its kind, its options and whether it hangs on an earlier answer. */
import { Button } from 'antd';
import type { ConsultationTextView, ConsultationWords } from '../../../src/desk/contract.ts';
import { ChoiceField } from '../../components/choice-field.tsx';
import { choicesOf } from '../../components/choices-of.ts';
import { LongField } from '../../components/long-field.tsx';
import { TextField } from '../../components/text-field.tsx';

type Question = ConsultationTextView['questions'][number];

export interface QuestionsFieldProps {
  readonly questions: readonly Question[];
  readonly kinds: ConsultationWords['questionKinds'];
  readonly onChange: (questions: Question[]) => void;
}

const REQUIRED = [
  { value: 'yes', term: '必须回答' },
  { value: 'no', term: '可以不答' },
];
const linesOf = (text: string) => text.split('\n').slice(0, 20);

export function QuestionsField({ questions, kinds, onChange }: QuestionsFieldProps) {
  const change = (at: number, to: Partial<Question>) =>
    onChange(questions.map((one, i) => (i === at ? { ...one, ...to } : one)));
  const move = (at: number, by: number) => {
    const moved = [...questions];
    const [one] = moved.splice(at, 1);
    moved.splice(at + by, 0, one!);
    onChange(moved);
  };
  return (
    <>
      {questions.map((question, at) => {
        const kind = kinds.find(({ name }) => name === question.kind)!;
        const earlier = questions.slice(0, at).filter((one) => one.kind === 'single' || one.kind === 'multiple');
        return (
          <fieldset key={question.key} className="question">
            <legend>第 {at + 1} 题</legend>
            <TextField label="题目" value={question.says} onChange={(says) => change(at, { says })} />
            <ChoiceField
              label="题型"
              value={question.kind}
              onChange={(to) => change(at, { kind: to as Question['kind'] })}
              choices={choicesOf(kinds)}
            />
            {kind.options && (
              <LongField
                label="选项（一行一个）"
                value={question.options.join('\n')}
                onChange={(text) => change(at, { options: linesOf(text) })}
              />
            )}
            {kind.rows && (
              <LongField
                label="各行（一行一个）"
                value={question.rows.join('\n')}
                onChange={(text) => change(at, { rows: linesOf(text).slice(0, 15) })}
              />
            )}
            <ChoiceField
              label="是否必答"
              value={question.required ? 'yes' : 'no'}
              onChange={(to) => change(at, { required: to === 'yes' })}
              choices={REQUIRED}
            />
            {earlier.length > 0 && (
              <ChoiceField
                label="条件"
                none="所有人都答"
                value={question.showIf ? `${question.showIf.question} ${question.showIf.options[0]}` : ''}
                onChange={(to) => change(at, { showIf: conditionOf(to) })}
                choices={earlier.flatMap((one) =>
                  one.options.map((option, n) => ({
                    value: `${one.key} ${n}`,
                    term: `“${one.says}”选了“${option}”的才答`,
                  })),
                )}
              />
            )}
            <p className="head-buttons">
              <Button size="small" disabled={at === 0} onClick={() => move(at, -1)}>
                第 {at + 1} 题上移
              </Button>
              <Button size="small" disabled={at === questions.length - 1} onClick={() => move(at, 1)}>
                第 {at + 1} 题下移
              </Button>
              <Button size="small" onClick={() => onChange(questions.filter((_, i) => i !== at))}>
                删去第 {at + 1} 题
              </Button>
            </p>
          </fieldset>
        );
      })}
      <p>
        <Button disabled={questions.length >= 40} onClick={() => onChange([...questions, newQuestion(questions)])}>
          加一题
        </Button>
      </p>
    </>
  );
}

function conditionOf(chosen: string): Question['showIf'] {
  const [question, option] = chosen.split(' ');
  return question ? { question, options: [Number(option)] } : null;
}

/** A key that no question of the survey has had. */
function newQuestion(questions: readonly Question[]): Question {
  const most = Math.max(0, ...questions.map(({ key }) => Number(key.slice(1))));
  return { key: `q${most + 1}`, kind: 'single', says: '', required: true, options: [], rows: [], showIf: null };
}
