/** 研判: one question at a time with its law, until an outcome is found or a step that must come first. */
import { Button } from 'antd';
import { useEffect, useRef, useState } from 'react';
import type { OutcomeView, TriageQuestionView } from '../../../../src/desk/contract.ts';
import { type Answered, endOf } from './triage-path.ts';
import './triage.css';

export interface TriageProps {
  readonly questions: readonly TriageQuestionView[];
  readonly outcomes: readonly OutcomeView[];
  readonly onChoose: (outcome: string, path: readonly Answered[]) => void;
  readonly onLeave: () => void;
}

export function Triage({ questions, outcomes, onChoose, onLeave }: TriageProps) {
  const [path, setPath] = useState<readonly Answered[]>([]);
  const { asked, first, outcome: reached } = endOf(questions, path);
  const find = (name: string) => questions.find((one) => one.name === name);
  const outcome = outcomes.find(({ name }) => name === reached);
  const heading = useRef<HTMLHeadingElement>(null);
  // Whoever reads by ear is told the next question.
  // biome-ignore lint/correctness/useExhaustiveDependencies: again with every answer
  useEffect(() => heading.current?.focus(), [path.length]);
  const answer = (yes: boolean) => asked && setPath([...path, { question: asked.name, yes }]);

  return (
    <section className="triage" aria-label="研判">
      {path.length > 0 && (
        <details>
          <summary>已经回答 {path.length} 个问题</summary>
          <ol>
            {path.map(({ question, yes }) => (
              <li key={question}>
                {find(question)?.term}
                <strong>{yes ? '是' : '否'}</strong>
              </li>
            ))}
          </ol>
        </details>
      )}
      <h3 ref={heading} tabIndex={-1}>
        {asked?.term ?? (outcome ? `处理结果：${outcome.term}` : `先办：${first?.term ?? ''}`)}
      </h3>
      {asked && (
        <>
          <p>{asked.means}</p>
          <p className="soft">例如：{asked.example}</p>
          <p className="basis">依据：{asked.basis}</p>
          <p className="triage-answers">
            <Button onClick={() => answer(true)}>是</Button>
            <Button onClick={() => answer(false)}>否</Button>
          </p>
        </>
      )}
      {outcome && (
        <>
          <p className="basis">{outcome.basis}</p>
          {outcome.records.length > 0 && <p>卷内应当有：{outcome.records.join('、')}</p>}
          <p>答复里要写明：{outcome.grounds.map(({ term }) => term).join('、')}。</p>
          <Button type="primary" onClick={() => onChoose(outcome.name, path)}>
            按这个结果拟写
          </Button>
        </>
      )}
      {first && <p>{first.says}</p>}
      <p className="triage-back">
        {path.length > 0 && (
          <Button type="link" onClick={() => setPath(path.slice(0, -1))}>
            上一个问题
          </Button>
        )}
        <Button type="link" onClick={onLeave}>
          不用研判，自己选结果
        </Button>
      </p>
    </section>
  );
}
