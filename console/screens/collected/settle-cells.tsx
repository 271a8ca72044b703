/** 人工定数: the undecided cells on one side, the lines of the source in which they stand on the other; who settled one, and when, stays. */
import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { type FormEvent, useState } from 'react';
import type { CollectedReportView } from '../../../src/desk/contract.ts';
import { call } from '../../api/call.ts';
import { useSend } from '../../api/use-send.ts';
import { ProblemNote } from '../../components/problem-note.tsx';

type Cell = CollectedReportView['undecided'][number];

export function SettleCells({ view }: { readonly view: CollectedReportView }) {
  const first = view.undecided.find(({ settled }) => settled === null) ?? view.undecided[0]!;
  const [chosen, setChosen] = useState(first.pointer);
  const cell = view.undecided.find(({ pointer }) => pointer === chosen) ?? first;
  return (
    <section className="card settle" aria-labelledby="settle">
      <h2 id="settle">待定的数</h2>
      <p className="soft">
        没有读出这些格：原文里连在一起、看不清，或者没有见到。照原文填写，不要按合计倒推；原文对不上的，核对结果会指出来。
      </p>
      <div className="settle-sides">
        <ol className="settle-cells">
          {view.undecided.map((one) => (
            <li key={one.pointer} className={one.pointer === cell.pointer ? 'chosen' : undefined}>
              <button
                type="button"
                className="cell-name"
                aria-pressed={one.pointer === cell.pointer}
                onClick={() => setChosen(one.pointer)}
              >
                {one.name}
              </button>
              <Settled cell={one} />
              {one.pointer === cell.pointer && (
                <SettleForm
                  key={`${one.pointer}/${view.seen}`}
                  view={view}
                  cell={one}
                  onDone={(after) => {
                    const next = after.undecided.find(({ settled }) => settled === null);
                    if (next) setChosen(next.pointer);
                  }}
                />
              )}
            </li>
          ))}
        </ol>
        <Source view={view} cell={cell} />
      </div>
    </section>
  );
}

function Settled({ cell: { settled } }: { readonly cell: Cell }) {
  if (!settled) return <span className="open-cells">待定</span>;
  return (
    <span className="soft">
      {settled.figure === null ? '原文空白' : settled.figure}，{settled.by} {settled.at.slice(0, 10)} 定
    </span>
  );
}

interface SettleFormProps {
  readonly view: CollectedReportView;
  readonly cell: Cell;
  readonly onDone: (after: CollectedReportView) => void;
}

function SettleForm({ view: { id, seen, why }, cell, onDone }: SettleFormProps) {
  const client = useQueryClient();
  const [text, setText] = useState(cell.settled?.figure?.toString() ?? '');
  const [tried, setTried] = useState(false);
  const [misprint, setMisprint] = useState(false);
  const settle = useSend(
    (figure: number | null) =>
      call('POST /api/collected-reports/:id/settlements', {
        path: { id },
        sends: { pointer: cell.pointer, figure, misprint, seen },
      }),
    (after) => {
      client.setQueryData(['collected-report', id], after);
      onDone(after);
      return client.invalidateQueries({ queryKey: ['collected-reports'] });
    },
  );
  const printed = text.trim().replace(/^[−－–]/, '-');
  const isFigure = /^-?\d{1,13}(?:\.\d{1,6})?$/.test(printed);
  const isFees = cell.pointer.endsWith('/feesWan');
  const isOdd = isFigure && (printed.startsWith('-') || (!isFees && !Number.isInteger(Number(printed))));
  const send = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (isFigure && (!isOdd || misprint)) settle.mutate(Number(printed));
  };
  const off = settle.isPending || why !== null;
  return (
    <form className="settle-form" onSubmit={send} noValidate>
      {cell.glued && (
        <p>
          原文连在一起的数字：<strong className="figures">{cell.glued}</strong>
        </p>
      )}
      <label>
        照原文填写
        <input
          inputMode="decimal"
          value={text}
          onChange={(event) => setText(event.target.value)}
          aria-invalid={tried && !isFigure}
        />
      </label>
      {isOdd && (
        <label>
          <input type="checkbox" checked={misprint} onChange={(event) => setMisprint(event.target.checked)} />
          原文就是这样印的，不是{isFees ? '金额' : '件数'}；核对时列为错误
        </label>
      )}
      <Button type="primary" htmlType="submit" disabled={off}>
        定为这个数
      </Button>
      <button type="button" className="step-button" disabled={off} onClick={() => settle.mutate(null)}>
        原文空白
      </button>
      {tried && !isFigure && <p className="field-wrong">请填写数字，例如 12；原文空白的，点“原文空白”。</p>}
      {tried && isOdd && !misprint && (
        <p className="field-wrong">
          {isFees ? '金额' : '件数'}应当是 0 或者正{isFees ? '数' : '整数'}。请再看原文；确实这样印的，先勾选上面一项。
        </p>
      )}
      {why !== null && <p className="soft">{why}</p>}
      <ProblemNote error={settle.error} />
    </form>
  );
}

function Source({ view: { source }, cell }: { readonly view: CollectedReportView; readonly cell: Cell }) {
  const lines = source.filter(({ at }) => cell.lines.includes(at));
  return (
    <section className="settle-source" aria-label="原文">
      <h3>原文</h3>
      {lines.length === 0 ? (
        <p className="soft">没有留下原文的位置，请打开原文件对照。</p>
      ) : (
        lines.map(({ at, page, table, text }) => (
          <figure key={at}>
            <figcaption>
              {table}
              {page !== null && `，第 ${page} 页`}，文件里第 {at} 行
            </figcaption>
            <blockquote>{marked(text, cell.glued)}</blockquote>
          </figure>
        ))
      )}
    </section>
  );
}

/** The glued digits stand out in a long line. */
function marked(text: string, glued: string | null) {
  const at = glued === null ? -1 : text.indexOf(glued);
  if (glued === null || at < 0) return text;
  return (
    <>
      {text.slice(0, at)}
      <mark>{glued}</mark>
      {text.slice(at + glued.length)}
    </>
  );
}
