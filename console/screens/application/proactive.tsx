/** 转主动公开: who suggested it, what was decided and why, what it became, and whether others were given the like. */
import { Link } from 'wouter';
import type { ActVerb } from '../../../src/desk/contract.ts';
import { Bits } from '../../components/bits.tsx';
import type { Stage } from './acts/act-field.ts';
import './proactive.css';
import { toStep } from './to-step.ts';

interface ProactiveProps {
  readonly stage: Stage;
  readonly onTurn: (verb: ActVerb) => void;
}

export function Proactive({ stage: { file }, onTurn }: ProactiveProps) {
  const { proactive, verbs } = file;
  if (!proactive) return null;
  const { suggestion, decision, document, alike } = proactive;
  const may = (name: ActVerb) => verbs.some(({ verb, allowed }) => verb === name && allowed);
  const step = may('decideProactive') ? 'decideProactive' : may('suggestProactive') ? 'suggestProactive' : null;
  return (
    <section className="card proactive" aria-labelledby="proactive">
      <h2 id="proactive">转为主动公开</h2>
      {alike.length > 0 && (
        <>
          <p>
            另有 {alike.length}{' '}
            件其他申请人的申请，要的信息相近，也予以公开了。多个申请人申请相同信息的，可以纳入主动公开（《条例》第四十四条第一款）：
          </p>
          <ul className="same">
            {alike.map((other) => (
              <li key={other.id}>
                <Link href={`/requests/${other.id}`}>{other.wanted}</Link>
                <Bits of={[other.number, other.outcome ?? '']} />
              </li>
            ))}
          </ul>
        </>
      )}
      {suggestion && (
        <p>
          {suggestion.on}，{suggestion.by}建议主动公开：{suggestion.why}
        </p>
      )}
      {decision && (
        <p>
          {decision.on}，{decision.by}
          {decision.adopted ? '决定转为主动公开' : '决定不转为主动公开'}：{decision.why}
        </p>
      )}
      {document && (
        <p>
          稿件：<Link href={`/publications/${document.id}`}>{document.title}</Link>（{document.state}）
        </p>
      )}
      {!suggestion && !decision && alike.length === 0 && file.refusalReview === null && (
        <p className="soft">
          涉及公众利益调整、需要公众广泛知晓或者参与决策的，应当主动公开（《条例》第四十四条第二款）。
        </p>
      )}
      {step && (
        <button type="button" className="step-button" onClick={() => toStep(step, onTurn)}>
          {verbs.find(({ verb }) => verb === step)!.term}
        </button>
      )}
    </section>
  );
}
