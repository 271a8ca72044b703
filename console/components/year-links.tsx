/** 年份: this one and its neighbours. */
import { Link } from 'wouter';
import './year-links.css';

export interface YearLinksProps {
  readonly year: number;
  readonly hrefOf: (year: number) => string;
}

export function YearLinks({ year, hrefOf }: YearLinksProps) {
  return (
    <nav className="years" aria-label="年份">
      {[year - 1, year, year + 1].map((one) => (
        <Link key={one} href={hrefOf(one)} aria-current={one === year ? 'page' : undefined}>
          {one}年
        </Link>
      ))}
    </nav>
  );
}
