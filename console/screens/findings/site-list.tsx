/** 监测的站点: each with what its last round saw; a site nobody has looked at yet is told as such. */
import type { FindingsPage } from '../../../src/desk/contract.ts';
import { Bits } from '../../components/bits.tsx';

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
            {site.verdicts.map(({ term, state, says }) => (
              <p key={term} className="watched-verdict">
                <strong>{`${term}：${state}`}</strong>　{says}
              </p>
            ))}
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
