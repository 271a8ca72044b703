/** 征集调查的列表: what is open on top, then what is over, each with where it stands. */
import {
  CONSULTATION_FORMS,
  isOpen,
  type PublicConsultation,
  standing,
} from '../../../interaction/consultations/consultation.ts';
import { type CivilDate, inProseWithWeekday } from '../../../statute/civil-date.ts';
import { Empty } from '../../components/empty.tsx';
import { Page } from '../../components/page.tsx';
import type { Frame } from '../../frame.ts';

export function ConsultationsPage({
  frame,
  lines,
  number,
  more,
  today,
}: {
  readonly frame: Frame;
  readonly lines: readonly PublicConsultation[];
  readonly number: number;
  readonly more: boolean;
  readonly today: CivilDate;
}): string {
  const open = lines.filter((line) => isOpen(line, today));
  const over = lines.filter((line) => !isOpen(line, today));
  return (
    <Page
      frame={frame}
      title="征集调查"
      canonical="/consultations"
      crumbs={[{ name: '互动回应', path: '/letters' }, { name: '征集调查' }]}
    >
      <div class="page-head">
        <h1>征集调查</h1>
        <p class="lead">对征求意见稿提意见，填写问卷；结束后在这里公布采纳情况和结果。</p>
        <p class="actions">
          <a class="button quiet" href="/consultations/track">
            查询意见的答复
          </a>
        </p>
      </div>
      {lines.length === 0 ? <Empty says="还没有征集调查。开始征集后会出现在这里。" /> : null}
      {open.length > 0 ? (
        <>
          <h2>正在征集</h2>
          <Lines lines={open} today={today} />
        </>
      ) : null}
      {over.length > 0 ? (
        <>
          <h2>已经结束</h2>
          <Lines lines={over} today={today} />
        </>
      ) : null}
      {number > 1 || more ? (
        <p class="actions">
          {number > 1 ? <a href={`/consultations?page=${number - 1}`}>上一页</a> : null}
          {more ? <a href={`/consultations?page=${number + 1}`}>下一页</a> : null}
        </p>
      ) : null}
    </Page>
  ) as string;
}

function Lines({
  lines,
  today,
}: {
  readonly lines: readonly PublicConsultation[];
  readonly today: CivilDate;
}): JSX.Element {
  return (
    <ul class="list">
      {lines.map((line) => (
        <li>
          <a href={`/consultations/${line.id}`}>
            <span safe>{line.text.title}</span>
            <span class="soft" safe>
              {`（${CONSULTATION_FORMS[line.text.form].term}，${
                isOpen(line, today) ? `${inProseWithWeekday(line.closesOn!)}截止` : standing(line, today)
              }）`}
            </span>
          </a>
          <time datetime={line.opensOn!} safe>
            {line.opensOn!}
          </time>
        </li>
      ))}
    </ul>
  );
}
