/** 报送上一级: where it stands, and the way to it. */
import { Link } from 'wouter';
import type { ReportView } from '../../../src/desk/contract.ts';

export function HandUpNote({ view: { agencyId, year, handUp } }: { readonly view: ReportView }) {
  if (!handUp) return null;
  const { stateTerm, late, version, differing } = handUp;
  return (
    <section className="card" aria-labelledby="hand-up-note">
      <h2 id="hand-up-note">报送上一级</h2>
      <p className={late ? 'field-wrong' : undefined}>
        {stateTerm}
        {version > 1 && `（第 ${version} 次）`}
        {late && '，已过期限'}
      </p>
      {differing > 0 && <p className="field-wrong">录入的数有 {differing} 格与本系统的记录不同。</p>}
      <p>
        <Link href={`/reports/${encodeURIComponent(agencyId)}/${year}/hand-up`}>打开报送页</Link>
      </p>
    </section>
  );
}
