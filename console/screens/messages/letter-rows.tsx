/** The messages of one part; under one that did not go, what can be done about it. */
import type { UseMutationResult } from '@tanstack/react-query';
import { useState } from 'react';
import type { MessageAct, MessagesView } from '../../../src/desk/contract.ts';
import { momentOf } from '../../components/day.ts';
import { Empty } from '../../components/empty.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { ReasonForm } from '../../components/reason-form.tsx';
import { PARTS, type Part } from './parts.ts';
import '../../components/side-form.css';
import '../../components/table.css';

type Letter = MessagesView['letters'][number];

export interface LetterRowsProps {
  readonly part: Part;
  readonly letters: readonly Letter[];
  readonly act: UseMutationResult<MessagesView, Error, { readonly id: string; readonly sends: MessageAct }>;
}

export function LetterRows({ part, letters, act }: LetterRowsProps) {
  const [leaving, setLeaving] = useState<string | null>(null);
  const { at, said, empty, begin } = PARTS.find(({ name }) => name === part) ?? PARTS[0];
  if (letters.length === 0) return <Empty says={empty} begin={begin} />;
  const chosen = letters.find(({ id }) => id === leaving);
  return (
    <>
      {chosen ? (
        <section className="card side-form">
          <h2>
            不再发送：{chosen.term}（{chosen.to}）
          </h2>
          <ReasonForm
            label="理由"
            verb="不再发送"
            causes="例如“收件人已经调离”“已经电话告知”。理由和这条消息一起留存，留痕记下是你决定的。"
            error={act.error}
            pending={act.isPending}
            onSay={(why) =>
              act.mutate({ id: chosen.id, sends: { verb: 'giveUp', why } }, { onSuccess: () => setLeaving(null) })
            }
            onLeave={() => setLeaving(null)}
          />
        </section>
      ) : (
        <ProblemNote error={act.error} />
      )}
      <div className="card table-card">
        <table className="rows outbox-rows">
          <caption className="heard">消息</caption>
          <thead>
            <tr>
              <th scope="col">消息</th>
              <th scope="col">发给</th>
              <th scope="col">{at}</th>
              <th scope="col">{said}</th>
              {part === 'dead' && <th scope="col">办理</th>}
            </tr>
          </thead>
          <tbody>
            {letters.map((letter) => (
              <tr key={letter.id} className="row">
                <th scope="row">
                  {letter.term}
                  <span className="soft letter-made">{momentOf(letter.madeAt)} 产生</span>
                </th>
                <td>
                  {letter.to}
                  <span className="soft">{letter.by}</span>
                </td>
                <td>
                  <time dateTime={letter.at}>{momentOf(letter.at)}</time>
                  {letter.attempts > 0 && <span className="soft">试发{letter.attempts}次</span>}
                </td>
                <td className="letter-said">{letter.said || <span className="soft">还没有试发</span>}</td>
                {part === 'dead' && (
                  <td>
                    <span className="letter-buttons">
                      <button
                        type="button"
                        className="step-button"
                        onClick={() => act.mutate({ id: letter.id, sends: { verb: 'sendAgain' } })}
                      >
                        再发一次
                        <span className="heard">
                          ：{letter.term}，{letter.to}
                        </span>
                      </button>
                      <button type="button" className="step-button" onClick={() => setLeaving(letter.id)}>
                        不再发送
                        <span className="heard">
                          ：{letter.term}，{letter.to}
                        </span>
                      </button>
                    </span>
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
