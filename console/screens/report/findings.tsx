/** 核对结果: what stops the freeze stands first; each with its article and what to do, and a way to the cell it is about. */
import type { FindingView, ReportView } from '../../../src/desk/contract.ts';

const SEVERITIES = [
  { severity: 'error', term: '错误', says: '改好以前不能定稿、公布；负责人可以写明理由放行' },
  { severity: 'warning', term: '可能有误', says: '请核实' },
  { severity: 'hint', term: '提示', says: '口径差异，供参考' },
] as const;

export function Findings({ view: { reportId, findings, notes } }: { readonly view: ReportView }) {
  if (reportId === null) return null;
  return (
    <section className="card findings" aria-labelledby="findings">
      <h2 id="findings">核对结果</h2>
      {findings.length === 0 ? (
        <p className="all-well">没有发现错误：各部分都写了，表内勾稽、正文对表格、上年结转都相符。</p>
      ) : (
        SEVERITIES.map(({ severity, term, says }) => {
          const found = findings.filter((finding) => finding.severity === severity);
          return found.length === 0 ? null : (
            <section key={severity} className={`findings-${severity}`}>
              <h3>
                {term} {found.length} 处<span className="soft">{says}</span>
              </h3>
              <ul>
                {found.map((finding) => (
                  <li key={`${finding.code}${finding.where}${finding.says}`}>
                    <Finding finding={finding} />
                  </li>
                ))}
              </ul>
            </section>
          );
        })
      )}
      {notes.map((note) => (
        <p key={note} className="soft">
          {note}
        </p>
      ))}
    </section>
  );
}

function Finding({ finding: { where, says, basis, advice } }: { readonly finding: FindingView }) {
  const isPlace = where.startsWith('/');
  return (
    <>
      <p>{says}</p>
      {where && !isPlace && <blockquote>{where}</blockquote>}
      {advice && <p className="soft">{advice}</p>}
      <p className="basis">
        依据：{basis}
        {isPlace && (
          <button type="button" className="plain-link" onClick={() => show(where)}>
            {where.startsWith('/table') ? '看这一格' : '看这一处'}
          </button>
        )}
      </p>
    </>
  );
}

/** Cells and parts of the text carry their pointer as id; what has none of its own stands in the text. */
function show(where: string): void {
  const place = document.getElementById(where) ?? document.getElementById('narrative');
  place?.scrollIntoView({ block: 'center', inline: 'center' });
  place?.focus();
}
