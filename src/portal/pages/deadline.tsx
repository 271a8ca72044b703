/** 计算答复期限 (《条例》第三十三条): facts in, a day out, and every step between. Keeps nothing; works without a script. */
import type { FastifyInstance } from 'fastify';
import { CHANNELS } from '../../statute/receipt.ts';
import { isRefusal } from '../../statute/refusal.ts';
import { EVENT_TERMS } from '../../statute/reply-clock/history.ts';
import { knotsOf } from '../../statute/reply-clock/knots.ts';
import { readHistory } from '../../statute/reply-clock/read-history.ts';
import { replyDue } from '../../statute/reply-clock/reply-due.ts';
import { EventRows } from '../components/event-rows.tsx';
import { Select, TextField } from '../components/field.tsx';
import { FindingList } from '../components/finding-list.tsx';
import { Page } from '../components/page.tsx';
import { ReckoningView } from '../components/reckoning-view.tsx';
import { type DeadlineForm, historyOf, readDeadlineForm } from '../deadline-form.ts';
import type { Frame } from '../frame.ts';
import type { Portal } from '../portal.ts';
import { cachedPage } from '../send-page.ts';

export function deadline(app: FastifyInstance, portal: Portal): void {
  cachedPage(app, portal, {
    path: '/deadline',
    build: ({ query }, frame) => {
      const form = readDeadlineForm(query);
      return { html: DeadlinePage({ frame, form, result: form.asked ? resultOf(form, portal) : undefined }), keys: [] };
    },
  });
}

type Result = ReturnType<typeof resultOf>;

function resultOf(form: DeadlineForm, portal: Portal) {
  const history = readHistory(historyOf(form, portal.today()), portal.today());
  if (history === undefined || isRefusal(history)) return history;
  const reckoning = replyDue(history, portal.house.calendar());
  return isRefusal(reckoning) ? reckoning : { reckoning, knots: knotsOf(history, reckoning) };
}

export function DeadlinePage({
  frame,
  form,
  result,
}: {
  readonly frame: Frame;
  readonly form: DeadlineForm;
  readonly result: Result;
}): string {
  const confirms = CHANNELS[form.channel].dayZero === 'confirmed';
  return (
    <Page
      frame={frame}
      title="计算答复期限"
      description="按政府信息公开条例和国务院放假安排推算答复期限，列出每一步和依据。"
      canonical="/deadline"
      crumbs={[{ name: '计算答复期限' }]}
    >
      <div class="page-head">
        <h1>计算答复期限</h1>
        <p class="lead">行政机关应当自收到申请之日起二十个工作日内答复。补正、延期、征求意见、收费会改变这个日期。</p>
      </div>
      <form method="get" action="/deadline">
        <h2>收到申请</h2>
        <div class="row-fields">
          <Select
            id="channel"
            label="申请怎样提交"
            value={form.channel}
            options={Object.entries(CHANNELS).map(([key, { term }]) => [key, term])}
          />
          <TextField id="submitted" label={dayLabel(form)} type="date" value={form.submitted} max={10} />
          {confirms || form.confirmed ? (
            <TextField id="confirmed" label="双方确认日" type="date" value={form.confirmed} max={10} />
          ) : null}
        </div>
        <h2>以后发生的事</h2>
        {form.rows.length > 0 ? (
          <EventRows rows={form.rows} />
        ) : (
          <p class="soft">没有补正、延期、征求意见等情形的，不用填，直接计算。</p>
        )}
        <div class="row-fields">
          <Select id="add" label="再记一件事" value="" options={Object.entries(EVENT_TERMS)} />
          <div class="field">
            <button class="quiet" type="submit" name="do" value="add">
              加上这一件
            </button>
          </div>
        </div>
        <div class="actions">
          <button type="submit" name="do" value="reckon">
            计算期限
          </button>
          <a class="button quiet" href="/deadline">
            清空重填
          </a>
        </div>
      </form>
      {form.asked ? <Answer result={result} /> : null}
    </Page>
  ) as string;
}

function dayLabel({ channel }: DeadlineForm): string {
  return { submitted: '提交日', signedFor: '签收日', confirmed: '到达日', acknowledged: '提交日' }[
    CHANNELS[channel].dayZero
  ];
}

function Answer({ result }: { readonly result: Result }): JSX.Element {
  if (result === undefined || isRefusal(result))
    return (
      <section id="result" class="notice bad" role="alert">
        <h2>这样算不出来</h2>
        <p safe>{result?.says ?? '填写的内容读不出来，请清空重填。'}</p>
        {result ? <p class="small soft" safe>{`依据：${result.basis}`}</p> : null}
      </section>
    );
  const { reckoning, knots } = result;
  return (
    <section id="result">
      <hr />
      <ReckoningView reckoning={reckoning} knots={knots} />
      {reckoning.issues.length > 0 ? (
        <>
          <h2>需要留意</h2>
          <FindingList issues={reckoning.issues} />
        </>
      ) : null}
    </section>
  );
}
