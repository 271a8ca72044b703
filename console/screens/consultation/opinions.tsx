/** 收到的意见: read one by one, answered one by one or several at once with a template. */
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import type { ConsultationActBody, ConsultationView, OpinionLineView } from '../../../src/desk/contract.ts';
import { call } from '../../api/call.ts';
import { ChoiceField } from '../../components/choice-field.tsx';
import { Empty } from '../../components/empty.tsx';
import { Identity } from '../../components/identity.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { Pages } from '../../components/pages.tsx';
import { RowsSkeleton } from '../../components/rows-skeleton.tsx';
import { ReplyForm } from './reply-form.tsx';

export interface OpinionsProps {
  readonly file: ConsultationView;
  readonly error: unknown;
  readonly pending: boolean;
  readonly onAct: (act: ConsultationActBody, done: () => void) => void;
}

const WHICH = [
  { value: 'open', term: '没有答复的' },
  { value: 'all', term: '全部' },
];

export function Opinions({ file, error, pending, onAct }: OpinionsProps) {
  const { id } = file.line;
  const [which, setWhich] = useState<'open' | 'all'>('open');
  const [page, setPage] = useState(1);
  const [chosen, setChosen] = useState<readonly OpinionLineView[]>([]);
  const [answering, setAnswering] = useState(false);
  const query = useQuery({
    queryKey: ['consultation-opinions', id, which, page, file.seen],
    queryFn: ({ signal }) =>
      call('GET /api/consultations/:id/opinions', { path: { id }, query: { page, which }, signal }),
  });
  const reply = file.verbs.find(({ verb }) => verb === 'reply');
  const choose = (line: OpinionLineView, on: boolean) =>
    setChosen(on ? [...chosen, line] : chosen.filter((one) => one.id !== line.id));
  const turn = (to: number) => {
    setChosen([]);
    setPage(to);
  };
  return (
    <section className="card" aria-labelledby="opinions">
      <h2 id="opinions">收到的意见</h2>
      <ChoiceField
        label="显示"
        value={which}
        onChange={(to) => {
          setWhich(to === 'all' ? 'all' : 'open');
          turn(1);
        }}
        choices={WHICH}
      />
      <Loaded query={query} skeleton={<RowsSkeleton />}>
        {({ lines, total, pageSize }) =>
          total === 0 ? (
            <Empty
              says={which === 'open' ? '没有等待答复的意见。' : '还没有收到意见。'}
              begin="公众在门户的征集页提出。"
            />
          ) : (
            <>
              {reply?.allowed && (
                <p className="head-buttons">
                  <Button size="small" onClick={() => setChosen(lines)}>
                    全选这一页
                  </Button>
                  <Button type="primary" size="small" disabled={chosen.length === 0} onClick={() => setAnswering(true)}>
                    答复选中的 {chosen.length} 条
                  </Button>
                </p>
              )}
              {answering && chosen.length > 0 && (
                <ReplyForm
                  key={chosen.map((one) => one.id).join()}
                  file={file}
                  chosen={chosen}
                  error={error}
                  pending={pending}
                  onReply={(act) =>
                    onAct(act, () => {
                      setAnswering(false);
                      turn(1);
                    })
                  }
                  onLeave={() => setAnswering(false)}
                />
              )}
              <ol className="opinions">
                {lines.map((line) => (
                  <li key={line.id}>
                    {reply?.allowed && (
                      <input
                        type="checkbox"
                        aria-label={`选中 ${line.number}`}
                        checked={chosen.some((one) => one.id === line.id)}
                        onChange={(event) => choose(line, event.target.checked)}
                      />
                    )}
                    <div>
                      <p className="consultation-text">{line.body}</p>
                      <p className="soft">
                        {line.number}，{line.maskedName}，{line.receivedOn} 收到
                      </p>
                      {line.adoptionTerm && (
                        <p>
                          <strong>{line.adoptionTerm}</strong>：{line.reply}
                        </p>
                      )}
                      {file.mayOpenIdentity && line.maskedName !== '（匿名）' && (
                        <Identity
                          reasons={file.identityReasons}
                          open={async (sends) => ({
                            ...{ identity: '', representative: '', agent: '', together: '', address: '' },
                            ...(await call('POST /api/consultations/:id/opinions/:opinionId/identity', {
                              path: { id, opinionId: line.id },
                              sends,
                            })),
                          })}
                        />
                      )}
                    </div>
                  </li>
                ))}
              </ol>
              <Pages page={page} pageSize={pageSize} total={total} onTurn={turn} />
            </>
          )
        }
      </Loaded>
    </section>
  );
}
