/** 发布前核对: what stands in the way of the publication and what is to be answered for, each with its place and what to do. */
import { useState } from 'react';
import type { PublicationView } from '../../../src/desk/contract.ts';
import { ReasonForm } from '../../components/reason-form.tsx';
import type { ActingProps } from './acts/act.ts';
import { stretchesOf } from './found-in-text.ts';
import { showFind } from './mark-found.ts';

const SEVERITIES = { error: '拦住发布', warning: '请核对', hint: '提示' } as const;

/** @param bodyHtml of the text that is shown; empty while it is another one */
export function Checks({ bodyHtml, ...acting }: ActingProps & { readonly bodyHtml: string }) {
  const { checks, inReview, verbs } = acting.view;
  const [clearing, setClearing] = useState<string | null>(null);
  if (inReview === null) return null;
  const text = new DOMParser().parseFromString(bodyHtml, 'text/html').body.textContent ?? '';
  const clear = verbs.find(({ verb }) => verb === 'clearFinding');
  return (
    <section className="card checks" aria-labelledby="checks">
      <h2 id="checks">
        系统检查
        <span className="soft">{checks.length === 0 ? '没有发现问题' : `${checks.length} 处`}</span>
      </h2>
      {checks.length > 0 && (
        <ul>
          {checks.map((check) => (
            <li key={`${check.finding}-${check.where}-${check.says}`} className={`check ${check.severity}`}>
              <p>
                <strong>{SEVERITIES[check.severity]}</strong>
                {check.place !== '' && <span className="check-place">{check.place}</span>}
                {check.says}
              </p>
              <p>{check.advice}</p>
              <p className="basis">依据：{check.basis}</p>
              <p className="check-steps">
                {check.where === 'bodyHtml' && stretchesOf(text, check.says).length > 0 && (
                  <button type="button" className="step-button" onClick={() => showFind(check.says)}>
                    看在哪里
                  </button>
                )}
                {check.finding !== null && clear?.allowed && clearing !== check.finding && (
                  <button type="button" className="step-button" onClick={() => setClearing(check.finding)}>
                    判定保留
                  </button>
                )}
              </p>
              {check.finding !== null && clearing === check.finding && (
                <ReasonForm
                  error={acting.error}
                  pending={acting.pending}
                  label="为什么可以保留"
                  verb="判定保留"
                  causes="例如“单位公布的联系电话”“引用文件原名”。判定和理由留在审核表上。"
                  onSay={(reason) =>
                    acting.onAct({
                      verb: 'clearFinding',
                      finding: check.finding!,
                      reason,
                    })
                  }
                  onLeave={() => setClearing(null)}
                />
              )}
            </li>
          ))}
        </ul>
      )}
      {clear && !clear.allowed && checks.some(({ finding }: Check) => finding !== null) && (
        <p className="soft">确认可以保留的，由没有写这一稿的审核人、校对人或者发布人判定。</p>
      )}
    </section>
  );
}

type Check = PublicationView['checks'][number];
