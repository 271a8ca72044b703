/** 审校规则: which steps the documents of an agency pass before they are public, by column and kind; the closest rule holds. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import type { ReviewRulesView, Routes } from '../../../src/desk/contract.ts';
import { call } from '../../api/call.ts';
import { useSend } from '../../api/use-send.ts';
import { DoneNote } from '../../components/done-note.tsx';
import { Empty } from '../../components/empty.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { RowsSkeleton } from '../../components/rows-skeleton.tsx';
import { RuleForm } from './rule-form.tsx';
import '../../components/table.css';

export type RuleSent = Routes['POST /api/review-rules']['sends'];

export default function ReviewRules() {
  const query = useQuery({
    queryKey: ['review-rules'],
    queryFn: ({ signal }) => call('GET /api/review-rules', { signal }),
  });
  return (
    <>
      <header className="screen-head">
        <h1>审校规则</h1>
        <p className="soft">先审查、后公开：发布以前要走哪几审哪几校。最贴近的一条有效。</p>
      </header>
      <Loaded query={query} skeleton={<RowsSkeleton />} alone>
        {(view) => <OpenRules view={view} />}
      </Loaded>
    </>
  );
}

function OpenRules({ view }: { readonly view: ReviewRulesView }) {
  const client = useQueryClient();
  const [making, setMaking] = useState(false);
  const [done, setDone] = useState('');
  const send = useSend(
    (rule: RuleSent) => call('POST /api/review-rules', { sends: rule }),
    (after: ReviewRulesView, { preset }: RuleSent) => {
      client.setQueryData(['review-rules'], after);
      setDone(
        preset === null
          ? '已经取消这条规则，更宽的一条重新有效。'
          : '规则已经生效。正在审校的稿件从现在起按新规则，已经办的审校仍然算数。',
      );
      setMaking(false);
      void client.invalidateQueries({
        predicate: ({ queryKey }) => queryKey[0] === 'publication' || queryKey[0] === 'inbox',
      });
    },
  );
  const turn = (to: boolean) => {
    send.reset();
    setDone('');
    setMaking(to);
  };
  return (
    <>
      <DoneNote says={done} />
      {making ? (
        <RuleForm
          view={view}
          error={send.error}
          pending={send.isPending}
          onSave={send.mutate}
          onLeave={() => turn(false)}
        />
      ) : (
        <>
          <p className="found-bar">
            <button type="button" className="step-button" onClick={() => turn(true)}>
              制定一条规则
            </button>
          </p>
          <ProblemNote error={send.error} />
        </>
      )}
      {view.rules.length === 0 ? (
        <Empty says="还没有规则：信息由拟稿人以外的发布人审核后发布。" begin="制定一条，从“全部栏目、全部种类”开始。" />
      ) : (
        <RuleRows view={view} pending={send.isPending} onTake={send.mutate} />
      )}
    </>
  );
}

interface RuleRowsProps {
  readonly view: ReviewRulesView;
  readonly pending: boolean;
  readonly onTake: (rule: RuleSent) => void;
}

function RuleRows({ view: { rules, presets }, pending, onTake }: RuleRowsProps) {
  const steps = (name: string) => presets.find((preset) => preset.name === name)?.hint ?? '';
  return (
    <div className="card table-card">
      <table className="rows">
        <thead>
          <tr>
            <th scope="col">机关</th>
            <th scope="col">栏目</th>
            <th scope="col">种类</th>
            <th scope="col">审校</th>
            <th scope="col">
              <span className="heard">办理</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rules.map(({ agencyId, agency, column, kind, preset }) => {
            const [at, of] = [column?.term ?? '全部栏目', kind?.term ?? '全部种类'];
            return (
              <tr key={`${agencyId} ${column?.name} ${kind?.name}`} className="row">
                <th scope="row">{agency}</th>
                <td>{at}</td>
                <td>{of}</td>
                <td>
                  {preset.term}
                  <span className="soft">{steps(preset.name)}</span>
                </td>
                <td>
                  <Button
                    size="small"
                    disabled={pending}
                    aria-label={`取消${agency}${at}${of}的规则`}
                    onClick={() =>
                      onTake({
                        agencyId,
                        column: column?.name ?? null,
                        kind: (kind?.name ?? null) as RuleSent['kind'],
                        preset: null,
                      })
                    }
                  >
                    取消
                  </Button>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
