/** 公开的来信 and 受理反馈统计: what was masked and confirmed, and the figures of the year. */
import { LETTER_KIND_NAMES, LETTER_KINDS } from '../../../interaction/citizen-letters/citizen-letter.ts';
import type { LetterStatistics, PublicLetter } from '../../../interaction/store/letter-lists.ts';
import { inProse } from '../../../statute/civil-date.ts';
import { BarChart } from '../../components/bar-chart.tsx';
import { FactsTable } from '../../components/facts-table.tsx';
import { Page } from '../../components/page.tsx';
import type { Frame } from '../../frame.ts';

export function PublicLettersPage({
  frame,
  lines,
  number,
  more,
  year,
  statistics,
}: {
  readonly frame: Frame;
  readonly lines: readonly PublicLetter[];
  readonly number: number;
  readonly more: boolean;
  readonly year: number;
  readonly statistics: LetterStatistics;
}): string {
  const { received, accepted, refused, answered, averageDays, byKind, rated, score } = statistics;
  return (
    <Page frame={frame} title="互动回应" canonical="/letters" crumbs={[{ name: '互动回应' }]}>
      <div class="page-head">
        <h1>互动回应</h1>
        <p class="lead">写信给政府机关，查看别人问过什么、怎样答复的。</p>
        <p class="actions">
          <a class="button" href="/letters/write">
            写信
          </a>
          <a class="button quiet" href="/letters/track">
            查询来信
          </a>
          <a class="button quiet" href="/interviews">
            在线访谈
          </a>
          <a class="button quiet" href="/consultations">
            征集调查
          </a>
        </p>
      </div>
      <h2>公开的来信和答复</h2>
      {lines.length === 0 ? (
        <p>还没有公开的来信。</p>
      ) : (
        <ul class="list">
          {lines.map((line) => (
            <li>
              <a href={`/letters/${line.id}`}>
                <span safe>{line.title}</span>
                <span class="soft" safe>{`（${LETTER_KINDS[line.kind].term}，${line.agency}）`}</span>
              </a>
              <time datetime={line.answeredOn} safe>
                {line.answeredOn}
              </time>
            </li>
          ))}
        </ul>
      )}
      {number > 1 || more ? (
        <p class="actions">
          {number > 1 ? <a href={`/letters?page=${number - 1}`}>上一页</a> : null}
          {more ? <a href={`/letters?page=${number + 1}`}>下一页</a> : null}
        </p>
      ) : null}
      <h2 safe>{`${year} 年办理情况`}</h2>
      <FactsTable
        facts={[
          { label: '收到', value: `${received} 件` },
          { label: '受理', value: `${accepted} 件` },
          { label: '不予受理', value: `${refused} 件` },
          { label: '已答复', value: `${answered} 件` },
          { label: '平均用时', value: averageDays === null ? '还没有答复' : `${averageDays.toFixed(1)} 天` },
          {
            label: '满意度',
            value: score === null ? '还没有评价' : `${score.toFixed(1)} 分（满分 5 分，${rated} 人评价）`,
          },
        ]}
      />
      <BarChart
        name="kinds"
        title="按种类"
        unit="件"
        bars={LETTER_KIND_NAMES.map((kind) => ({ label: LETTER_KINDS[kind].term, value: byKind[kind] ?? 0 }))}
      />
    </Page>
  ) as string;
}

export function PublicLetterPage({ frame, letter }: { readonly frame: Frame; readonly letter: PublicLetter }): string {
  return (
    <Page
      frame={frame}
      title={letter.title}
      canonical={`/letters/${letter.id}`}
      crumbs={[{ name: '互动回应', path: '/letters' }, { name: '来信' }]}
    >
      <div class="page-head">
        <h1 safe>{letter.title}</h1>
        <p class="soft" safe>{`${LETTER_KINDS[letter.kind].term}，${inProse(letter.receivedOn)}收到`}</p>
      </div>
      <h2>来信</h2>
      {letter.body.split('\n').map((line) => (
        <p safe>{line}</p>
      ))}
      <h2 safe>{`${letter.agency}${inProse(letter.answeredOn)}答复`}</h2>
      {letter.answer.split('\n').map((line) => (
        <p safe>{line}</p>
      ))}
    </Page>
  ) as string;
}
