/** 监测的站点: each with what its last round saw; a site nobody has looked at yet is told as such. */
import type { FindingsPage } from '../../../src/desk/contract.ts';
import { Bits } from '../../components/bits.tsx';

const WORST_FIRST = ['已经超限', '就要超限', '提醒', '未能查看', '正常'];
const TONES: Readonly<Record<string, string>> = { 已经超限: 'late', 就要超限: 'late', 提醒: 'soon', 正常: 'fine' };

type Verdict = FindingsPage['sites'][number]['verdicts'][number];

const worstFirst = (a: Verdict, b: Verdict) => WORST_FIRST.indexOf(a.state) - WORST_FIRST.indexOf(b.state);

export function SiteList({ sites }: Pick<FindingsPage, 'sites'>) {
  return (
    <section aria-label="监测的站点">
      <ul className="watched-sites">
        {sites.map((site) => (
          <li key={site.id} className="card">
            <h2>{site.name}</h2>
            <p className="watched-address">{site.address}</p>
            <Bits
              of={[
                site.agency,
                site.lookedOn ? `${site.lookedOn} 查完一轮` : '还没有查完过一轮',
                site.underWay ? '正在检查' : null,
              ]}
            />
            {site.verdicts.length > 0 && (
              <dl className="watched-verdicts">
                {[...site.verdicts].sort(worstFirst).map(({ term, state, says }) => (
                  <div key={term}>
                    <dt>
                      {term} <span className={TONES[state]}>{state}</span>
                    </dt>
                    <dd>{says}</dd>
                  </div>
                ))}
              </dl>
            )}
            {site.grades.length > 0 && (
              <dl className="watched-grades">
                {site.grades.map(({ term, count }) => (
                  <div key={term}>
                    <dt>{term}</dt>
                    <dd>{count}</dd>
                  </div>
                ))}
              </dl>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
