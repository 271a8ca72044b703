/** 在线访谈的列表: what is to come or under way, then those that were held. */
import { INTERVIEW_STATES } from '../../../interaction/interviews/interview.ts';
import type { PublicInterview } from '../../../interaction/store/interview-lists.ts';
import { inProse } from '../../../statute/civil-date.ts';
import { Empty } from '../../components/empty.tsx';
import { Page } from '../../components/page.tsx';
import type { Frame } from '../../frame.ts';
import { inAttribute } from '../../in-attribute.ts';

export function InterviewsPage({
  frame,
  coming,
  past,
  number,
  more,
}: {
  readonly frame: Frame;
  readonly coming: readonly PublicInterview[];
  readonly past: readonly PublicInterview[];
  readonly number: number;
  readonly more: boolean;
}): string {
  return (
    <Page
      frame={frame}
      title="在线访谈"
      description="政府部门负责人在线回答提问的预告、文字直播和实录。"
      canonical="/interviews"
      crumbs={[{ name: '互动回应', path: '/letters' }, { name: '在线访谈' }]}
    >
      <div class="page-head">
        <h1>在线访谈</h1>
        <p class="lead">部门负责人在约定的时间回答提问。可以提前提问，也可以边看边问，实录一直可以查看。</p>
      </div>
      <h2>正在进行和预告</h2>
      {coming.length === 0 ? (
        <Empty says="现在没有预告的访谈。有问题可以写信提出。" />
      ) : (
        <ul class="list">
          {coming.map((one) => (
            <Line one={one} when={`${inProse(one.plannedOn)} ${one.plannedAt}`} />
          ))}
        </ul>
      )}
      <h2>往期</h2>
      {past.length === 0 ? (
        <p>{number > 1 ? '没有更早的访谈。' : '还没有举行过访谈。'}</p>
      ) : (
        <ul class="list">
          {past.map((one) => (
            <Line one={one} when={inProse(one.heldOn ?? one.plannedOn)} />
          ))}
        </ul>
      )}
      {number > 1 || more ? (
        <p class="actions">
          {number > 1 ? <a href={`/interviews?page=${number - 1}`}>上一页</a> : null}
          {more ? <a href={`/interviews?page=${number + 1}`}>下一页</a> : null}
        </p>
      ) : null}
    </Page>
  ) as string;
}

function Line({ one, when }: { readonly one: PublicInterview; readonly when: string }): JSX.Element {
  const state = one.state === 'ended' ? '' : `，${INTERVIEW_STATES[one.state]}`;
  return (
    <li>
      {one.picture === '' ? null : (
        <img
          class="interview-thumb"
          src={`/interviews/${one.id}/pictures/${one.picture}`}
          alt={inAttribute(one.pictureWords)}
          loading="lazy"
        />
      )}
      <a href={`/interviews/${one.id}`}>
        <span safe>{one.title}</span>
        <span class="soft" safe>{`（${one.guest}，${one.agency}${state}）`}</span>
      </a>
      <time datetime={one.heldOn ?? one.plannedOn} safe>
        {when}
      </time>
    </li>
  );
}
