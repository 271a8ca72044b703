/** 年度报告列表: every year of every agency the officer reports for, the one that is due first on top, those nobody has begun too. */
import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import type { ReportVersion } from '../../../src/desk/contract.ts';
import { call } from '../../api/call.ts';
import { Bits } from '../../components/bits.tsx';
import { withWeekday } from '../../components/day.ts';
import { Empty } from '../../components/empty.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { useRowKeys } from '../../components/row-keys.ts';
import { RowsSkeleton } from '../../components/rows-skeleton.tsx';
import { type Season, seasonsOf } from './season.ts';
import '../../components/table.css';
import './reports.css';

export default function Reports() {
  const query = useQuery({
    queryKey: ['reports'],
    queryFn: ({ signal }) => call('GET /api/reports', { signal }),
  });
  useRowKeys();
  return (
    <>
      <header className="screen-head">
        <h1>年度报告</h1>
      </header>
      <Loaded query={query} skeleton={<RowsSkeleton />}>
        {(lines) =>
          lines.length === 0 ? (
            <Empty
              says="没有由你编制或者签发的报告。"
              begin="有了本机关的统计、负责人或者签发岗位，报告会出现在这里。"
            />
          ) : (
            <>
              {seasonsOf(lines).map((season) => (
                <SeasonCard key={season.year} season={season} />
              ))}
              <ReportRows lines={lines} />
            </>
          )
        }
      </Loaded>
    </>
  );
}

/** The names that matter are told in full: this is what the office head reads out. */
function SeasonCard({ season }: { readonly season: Season }) {
  const { year, agencies, published, frozen, draft, notBegun, late, missing, handUp } = season;
  return (
    <section className="card season" aria-label={`${year} 年度报送情况`}>
      <h2>{year} 年度报送情况</h2>
      <p>
        应当公布的 {agencies} 个机关，已公布 {published} 个，已定稿 {frozen} 个，编制中 {draft} 个，未开始 {notBegun}{' '}
        个。
      </p>
      {handUp.agencies > 0 && (
        <p>
          应当报送的 {handUp.agencies} 个单位，已接收 {handUp.accepted} 个，待接收 {handUp.waiting} 个
          {handUp.late.length === 0 && '，没有逾期的'}。
          {handUp.late.length > 0 && (
            <span className="field-wrong">
              逾期没有报送 {handUp.late.length} 个：{handUp.late.join('、')}。
            </span>
          )}
        </p>
      )}
      {handUp.differing.length > 0 && (
        <p className="field-wrong">
          录入的数与记录不同 {handUp.differing.length} 个：{handUp.differing.join('、')}。
        </p>
      )}
      {late.length > 0 && (
        <p className="field-wrong">
          已过期限 {late.length} 个：{late.join('、')}。
        </p>
      )}
      {missing.length > 0 && (
        <p className="soft">
          还没有公布 {missing.length} 个：{missing.join('、')}。
        </p>
      )}
    </section>
  );
}

function ReportRows({ lines }: { readonly lines: readonly ReportVersion[] }) {
  return (
    <div className="card table-card">
      <table className="rows">
        <thead>
          <tr>
            <th scope="col">年度</th>
            <th scope="col">机关</th>
            <th scope="col">状态</th>
            <th scope="col">报送上一级</th>
            <th scope="col">公布期限</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={`${line.agencyId}/${line.year}`} className="row" data-row>
              <td className="figures">{line.year}</td>
              <th scope="row">
                <Link href={`/reports/${encodeURIComponent(line.agencyId)}/${line.year}`}>{line.agency}</Link>
              </th>
              <td>
                <Bits of={[line.stateTerm, line.version && line.version > 1 ? `第 ${line.version} 版` : null]} />
              </td>
              <td>
                {line.handUp && (
                  <Link href={`/reports/${encodeURIComponent(line.agencyId)}/${line.year}/hand-up`}>
                    {line.handUp.stateTerm}
                  </Link>
                )}
                {line.handUp?.late && <span className="field-wrong">已过期限</span>}
                {line.handUp && line.handUp.differing > 0 && (
                  <span className="field-wrong">录入的数有 {line.handUp.differing} 格与记录不同</span>
                )}
              </td>
              <td>
                <time dateTime={line.dueOn}>{withWeekday(line.dueOn)}</time>
                {line.late && <span className="field-wrong">已过期限，尚未公布</span>}
                {!line.late && line.state !== 'published' && line.remindOn !== line.dueOn && (
                  <span className="soft">{withWeekday(line.remindOn)} 是此前最后一个工作日</span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
