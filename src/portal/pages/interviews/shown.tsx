/** 一期访谈: notice, what is being said, transcript. Read anew by its link where no script runs. */
import { INTERVIEW_STATES } from '../../../interaction/interviews/interview.ts';
import type { PublicInterviewPage } from '../../../interaction/store/interview-lists.ts';
import { inProseWithWeekday } from '../../../statute/civil-date.ts';
import { FactsTable } from '../../components/facts-table.tsx';
import { Page } from '../../components/page.tsx';
import type { Frame } from '../../frame.ts';
import { inAttribute } from '../../in-attribute.ts';
import { TranscriptLine } from './line.tsx';

export function InterviewPage({
  frame,
  interview: one,
  script,
}: {
  readonly frame: Frame;
  readonly interview: PublicInterviewPage;
  readonly script: string;
}): string {
  const { id, state, lines } = one;
  const open = state === 'announced' || state === 'live';
  return (
    <Page
      frame={frame}
      title={one.title}
      description={`${one.agency}在线访谈：${one.title}。嘉宾：${one.guest}，${one.guestPost}。`}
      canonical={`/interviews/${id}`}
      script={open ? script : undefined}
      crumbs={[
        { name: '互动回应', path: '/letters' },
        { name: '在线访谈', path: '/interviews' },
        { name: INTERVIEW_STATES[state] },
      ]}
    >
      <div class="page-head">
        <p class="small soft" safe>{`在线访谈，${INTERVIEW_STATES[state]}`}</p>
        <h1 safe>{one.title}</h1>
      </div>
      {state === 'cancelled' ? (
        <section class="notice warn">
          <h2>这期访谈已经取消</h2>
          <p safe>{one.cancelledWhy ?? ''}</p>
        </section>
      ) : null}
      <FactsTable
        facts={[
          { label: '嘉宾', value: `${one.guest}，${one.guestPost}` },
          { label: '主办', value: one.agency },
          {
            label: one.heldOn ? '举行时间' : '预定时间',
            value: one.heldOn
              ? inProseWithWeekday(one.heldOn)
              : `${inProseWithWeekday(one.plannedOn)} ${one.plannedAt}`,
          },
        ]}
      />
      {one.picture === '' ? null : (
        <p class="interview-picture">
          <img src={`/interviews/${id}/pictures/${one.picture}`} alt={inAttribute(one.pictureWords)} loading="lazy" />
        </p>
      )}
      {one.intro.split('\n').map((part) => (
        <p safe>{part}</p>
      ))}
      {one.videoUrl ? (
        <p>
          <a href={inAttribute(one.videoUrl)} rel="noopener noreferrer">
            观看视频（在视频网站打开）
          </a>
        </p>
      ) : null}
      {open ? (
        <p class="actions">
          <a class="button" href={`/interviews/${id}/ask`}>
            我要提问
          </a>
          <a class="button quiet" href={`/interviews/${id}`} data-live-refresh>
            刷新，看新的内容
          </a>
        </p>
      ) : null}
      <h2>{state === 'ended' ? '访谈实录' : state === 'live' ? '文字直播' : '提问'}</h2>
      {open ? <p class="small soft" role="status" data-live-told></p> : null}
      <p class="soft" data-live-empty hidden={lines.length > 0}>
        {state === 'announced' ? '还没有公开的提问。' : '还没有内容。'}
      </p>
      <ol
        class="transcript"
        aria-live={open ? 'polite' : undefined}
        aria-label={state === 'ended' ? '访谈实录' : '访谈内容'}
        data-live={open ? `/interviews/${id}/live?after=${one.last}` : undefined}
      >
        {lines.map((line) => (
          <TranscriptLine line={line} guest={one.guest} />
        ))}
      </ol>
    </Page>
  ) as string;
}
