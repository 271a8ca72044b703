/** 申请内容: what is wanted, by whom, how it came in, and what else the same applicant asked for. */
import { Link } from 'wouter';
import { call } from '../../api/call.ts';
import { Bits } from '../../components/bits.tsx';
import { Identity } from '../../components/identity.tsx';
import type { Stage } from './acts/act-field.ts';
import { Looks } from './looks.tsx';
import { RenewCode } from './renew-code.tsx';
import { VolumeButton } from './volume-button.tsx';

export function Facts({ stage: { file, words } }: { readonly stage: Stage }) {
  const { line, queryNumber, applicantKind, formWanted, papers, bySameApplicant } = file;
  return (
    <section className="card facts" aria-labelledby="facts">
      <h2 id="facts">申请内容</h2>
      <p className="wanted">{line.wanted}</p>
      <dl>
        <dt>申请人</dt>
        <dd>
          {line.maskedName}
          <span className="soft">（{applicantKind}）</span>
        </dd>
        <dt>受理机关</dt>
        <dd>{line.agency}</dd>
        <dt>渠道</dt>
        <dd>{line.channel}</dd>
        <dt>到达</dt>
        <dd>
          <time dateTime={line.arrivedOn}>{line.arrivedOn}</time>
        </dd>
        <dt>收到</dt>
        <dd>{line.receivedOn ? <time dateTime={line.receivedOn}>{line.receivedOn}</time> : '待双方确认'}</dd>
        <dt>获取方式</dt>
        <dd>{formWanted}</dd>
        <dt>查询号</dt>
        <dd className="figures">{queryNumber}</dd>
      </dl>
      {file.mayOpenIdentity && (
        <div className="facts-acts">
          <Identity
            reasons={words.identityReasons}
            open={(sends) => call('POST /api/requests/:id/identity', { path: { id: line.id }, sends })}
          />
          <RenewCode file={file} />
          <VolumeButton id={line.id} />
        </div>
      )}
      {file.mayReadLooks && <Looks id={line.id} />}
      {papers.length > 0 && (
        <>
          <h3>还不知道是否收到的文书</h3>
          <ul className="papers">
            {papers.map(({ n, term, returned }) => (
              <li key={n}>{returned ? `${term}，已经退回` : term}</li>
            ))}
          </ul>
        </>
      )}
      {bySameApplicant.length > 0 && (
        <details>
          <summary>同一申请人另有 {bySameApplicant.length} 件</summary>
          <ul className="same">
            {bySameApplicant.map((other) => (
              <li key={other.id}>
                <Link href={`/requests/${other.id}`}>{other.wanted}</Link>
                <Bits of={[other.number, other.outcome ?? other.state]} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}
