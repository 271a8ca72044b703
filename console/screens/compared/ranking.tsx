/** 排名: within one year each, with what it does not say. */
import type { ComparisonView } from '../../../src/desk/contract.ts';

export function Ranking({ ranking }: { readonly ranking: NonNullable<ComparisonView['ranking']> }) {
  return (
    <div className="ranking">
      <h3>排名：{ranking.term}</h3>
      {ranking.cautions.map((says) => (
        <p key={says} className="soft">
          {says}
        </p>
      ))}
      {ranking.years.map(({ year, places, unranked }) => (
        <div key={year ?? 'unknown'}>
          <h4>{year === null ? '年度不明' : `${year} 年`}</h4>
          <ol className="places">
            {places.map(({ place, label, says }) => (
              <li key={label}>
                <span className="figures">{place ?? '不排名'}</span>
                <span>{label}</span>
                <strong className="figures">{says}</strong>
              </li>
            ))}
          </ol>
          {unranked.length > 0 && <p className="soft">没有这个数：{unranked.join('、')}。</p>}
        </div>
      ))}
    </div>
  );
}
