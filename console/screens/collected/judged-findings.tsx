/** 核对结果: each finding with its basis, what a person said of it, and the box to say it; those dismissed stand last. */
import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { type FormEvent, useState } from 'react';
import type { CollectedReportView } from '../../../src/desk/contract.ts';
import { call, download } from '../../api/call.ts';
import { useSend } from '../../api/use-send.ts';
import { keepFile } from '../../components/keep-file.ts';
import { LongField } from '../../components/long-field.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';

type Finding = CollectedReportView['findings'][number];

const SEVERITIES = { error: '矛盾', warning: '可能有误', hint: '提示' } as const;

export function JudgedFindings({ view }: { readonly view: CollectedReportView }) {
  const { id, findings, notes, comparedWithLastYear } = view;
  const save = useSend(
    (format: 'docx' | 'xlsx') => download('GET /api/collected-reports/:id/findings/:format', { path: { id, format } }),
    keepFile,
  );
  const ordered = [...findings].sort((a, b) => Number(isDismissed(a)) - Number(isDismissed(b)));
  return (
    <section className="card checked-card" aria-labelledby="checked">
      <header className="checked-head">
        <h2 id="checked">核对结果</h2>
        <div className="step-buttons">
          <Button loading={save.isPending} onClick={() => save.mutate('docx')}>
            核对情况（Word）
          </Button>
          <Button loading={save.isPending} onClick={() => save.mutate('xlsx')}>
            核对情况（Excel）
          </Button>
        </div>
      </header>
      <p className="soft">
        {comparedWithLastYear
          ? '已经和收集的上年年报对照结转和存量。'
          : '没有收集这个机关上年的年报，结转和存量没有和上年对照。'}
      </p>
      {notes.map((note) => (
        <p key={note} className="soft">
          {note}
        </p>
      ))}
      <ProblemNote error={save.error} />
      {findings.length === 0 ? (
        <p>没有发现矛盾。</p>
      ) : (
        <ul className="collected-findings">
          {ordered.map((finding) => (
            <li key={finding.key} className={isDismissed(finding) ? 'dismissed' : finding.severity}>
              <strong>{SEVERITIES[finding.severity]}</strong>
              <div>
                <p>{finding.says}</p>
                <p className="basis">依据：{finding.basis}</p>
                {finding.judged && (
                  <p className="soft">
                    {finding.judged.by} {finding.judged.at.slice(0, 10)} {finding.judged.term}
                    {finding.judged.why && `：${finding.judged.why}`}
                  </p>
                )}
                {view.why === null && <JudgeForm view={view} finding={finding} />}
              </div>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

const isDismissed = ({ judged }: Finding) => judged?.verdict === 'dismissed';

function JudgeForm({ view, finding }: { readonly view: CollectedReportView; readonly finding: Finding }) {
  const client = useQueryClient();
  const [open, setOpen] = useState(false);
  const [why, setWhy] = useState('');
  const [tried, setTried] = useState(false);
  const judge = useSend(
    (verdict: 'confirmed' | 'dismissed') =>
      call('POST /api/collected-reports/:id/judgements', {
        path: { id: view.id },
        sends: { finding: finding.key, verdict, why: why.trim(), seen: view.judgements },
      }),
    (after) => {
      client.setQueryData(['collected-report', view.id], after);
      setOpen(false);
      setWhy('');
    },
  );
  if (!open)
    return (
      <button type="button" className="keep-it" onClick={() => setOpen(true)}>
        {finding.judged ? '改结论' : '核实这一条'}
      </button>
    );
  const dismiss = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (why.trim() !== '') judge.mutate('dismissed');
  };
  return (
    <form className="judge-form" onSubmit={dismiss} noValidate>
      <LongField
        rows={2}
        label="不是问题的理由"
        hint="确认有误的可以不写"
        value={why}
        onChange={setWhy}
        wrong={tried && why.trim() === '' ? '请写明为什么不是问题。' : null}
      />
      <ProblemNote error={judge.error} />
      <Button type="primary" loading={judge.isPending} onClick={() => judge.mutate('confirmed')}>
        确认有误
      </Button>
      <Button htmlType="submit" loading={judge.isPending}>
        不是问题
      </Button>
      <button type="button" className="keep-it" onClick={() => setOpen(false)}>
        不核了
      </button>
    </form>
  );
}
