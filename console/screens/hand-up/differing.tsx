/** 和现在的记录不同: the cells of a version that the records tell otherwise, and what to do about them. */
import type { DifferingVersion } from '../../../src/desk/contract.ts';

export function Differing({ version: of }: { readonly version: DifferingVersion }) {
  const { handUpId, version, source, state, cells, unanswered } = of;
  const heading = `differing-${handUpId}`;
  return (
    <section className="card" aria-labelledby={heading}>
      <h2 id={heading}>
        第 {version} 次和现在的记录有 {cells.length} 格不同
      </h2>
      <p className={source === 'entered' && unanswered > 0 ? 'report-note' : 'soft'}>{advice(of)}</p>
      <ul className="moved">
        {cells.map((says) => (
          <li key={says}>{says}</li>
        ))}
      </ul>
    </section>
  );

  function advice({ source: from }: DifferingVersion): string {
    if (from === 'report') return '报送以后记录有变动。要改的，先更正年报，再报送一次。';
    if (state === 'accepted' && unanswered === 0)
      return '上一级已经写明理由，汇总仍按录入的数计入。定稿时还要由负责人写明理由。';
    return state === 'accepted'
      ? '录入的数已经计入汇总，以后这个单位在本系统有了记录。请核对哪一个对，再写明以哪一个为准。'
      : '录入以后，这个单位在本系统有了记录。接收时要写明以录入的数为准的理由，或者退回。';
  }
}
