/** 登记回执: the numbers, and the code that is shown this once; printed for the applicant at the counter. */
import { Button } from 'antd';
import { Link } from 'wouter';
import type { RegisteredView } from '../../../src/desk/contract.ts';
import { inProse } from '../../components/day.ts';
import { othersInWords, type Written } from './written.ts';

export interface ReceiptProps {
  readonly registered: RegisteredView;
  readonly written: Written;
  /** 受理机关. */
  readonly agency: string;
  readonly again: () => void;
}

export function Receipt({ registered, written, agency, again }: ReceiptProps) {
  const { id, number, queryNumber, code, lacks } = registered;
  return (
    <>
      <header className="screen-head screen-only">
        <h1>已经登记</h1>
      </header>
      <section className="card receipt" role="status">
        <h2>政府信息公开申请登记回执</h2>
        <dl>
          <dt>登记号</dt>
          <dd>{number}</dd>
          <dt>受理机关</dt>
          <dd>{agency}</dd>
          <dt>申请人</dt>
          <dd>{written.name + othersInWords(written)}</dd>
          {written.acting === 'agent' && (
            <>
              <dt>代理人</dt>
              <dd>{written.agentName}</dd>
            </>
          )}
          <dt>到达日</dt>
          <dd>{inProse(written.on)}</dd>
          <dt>所需信息</dt>
          <dd>{written.wanted}</dd>
          <dt>查询号</dt>
          <dd className="code">{queryNumber}</dd>
          <dt>查询码</dt>
          <dd className="code">{code}</dd>
        </dl>
        <p>凭查询号和查询码，可以在门户“查询进度”查看办理情况、补正材料、领取答复。</p>
        <p className="once screen-only">
          <strong>查询码只显示这一次。</strong>系统不保存原文，离开本页以后不能再看到，请现在打印或者抄给申请人。
        </p>
      </section>
      {lacks.length > 0 && (
        <section className="card lacks">
          <h2>申请还缺</h2>
          <ul>
            {lacks.map((lack) => (
              <li key={lack.where + lack.says}>
                {lack.says}
                {lack.where === '/applicant/agent' && lack.advice}
                <span className="basis">依据：{lack.basis}</span>
              </li>
            ))}
          </ul>
          <p>答复期限照常起算。请在案卷里发出补正告知，收到申请之日起7个工作日以内一次告知清楚。</p>
        </section>
      )}
      <div className="receipt-steps screen-only">
        <Button type="primary" onClick={() => window.print()}>
          打印回执
        </Button>
        <Link href={`/requests/${id}`} className="step-button">
          打开案卷
        </Link>
        <Button onClick={again}>再登记一件</Button>
      </div>
    </>
  );
}
