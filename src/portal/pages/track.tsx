/**
 * 查询申请进度 [PRT-4]: query number and code give the state in plain words and the ladder, never who applied. A wrong code and an
 * unknown number get the same answer.
 */
import type { FastifyInstance } from 'fastify';
import { trackRequest } from '../../requests/store/files.ts';
import { asked } from '../asked.ts';
import { ErrorSummary, errorOf, type FieldError } from '../components/error-summary.tsx';
import { TextField } from '../components/field.tsx';
import { Page } from '../components/page.tsx';
import type { Frame } from '../frame.ts';
import type { Portal } from '../portal.ts';
import { asQueryCode, CODE_PURPOSE } from '../query-code.ts';
import { cachedPage, sendOwn } from '../send-page.ts';
import { ErrorPage } from './error-page.tsx';
import { TrackedPage } from './tracked.tsx';

export function track(app: FastifyInstance, portal: Portal): void {
  cachedPage(app, portal, {
    path: '/track',
    build: (_, frame) => ({ html: TrackPage({ frame, number: '', errors: [] }), keys: [] }),
  });
  app.post('/track', async (request, reply) => {
    const frame = portal.frame(request);
    if (portal.intake.isGuessing(request.ip)) return sendOwn(reply, ErrorPage({ frame, status: 429 }), 429);
    const number = asked(request.body, 'number').normalize('NFKC').replace(/\s/g, '').slice(0, 40);
    const code = asQueryCode(asked(request.body, 'code').slice(0, 40));
    const digest = portal.keys.digest(code, CODE_PURPOSE);
    const found = await trackRequest(portal.house.db, number, digest, portal.today(), portal.house.calendar());
    if (found) return sendOwn(reply, TrackedPage({ frame, tracked: found }));
    portal.intake.countWrongCode(request.ip);
    const errors = [{ field: 'number', says: '查询号和查询码不相符。请对照登记回执，检查后重新输入。' }];
    return sendOwn(reply, TrackPage({ frame, number, errors }), 404);
  });
}

export function TrackPage({
  frame,
  number,
  errors,
}: {
  readonly frame: Frame;
  readonly number: string;
  readonly errors: readonly FieldError[];
}): string {
  return (
    <Page frame={frame} title="查询申请进度" canonical="/track" crumbs={[{ name: '查询申请进度' }]}>
      <div class="page-head">
        <h1>查询申请进度</h1>
        <p class="lead">查询号和查询码在登记回执上。</p>
      </div>
      <ErrorSummary errors={errors} />
      <form method="post" action="/track">
        <TextField
          id="number"
          label="查询号"
          value={number}
          error={errorOf(errors, 'number')}
          short
          max={40}
          mode="numeric"
        />
        <TextField id="code" label="查询码" hint="大小写、横线都不影响" value="" short max={40} autocomplete="off" />
        <div class="actions">
          <button type="submit">查询进度</button>
        </div>
      </form>
      <h2>丢失了查询码</h2>
      <p>
        请持身份证明到<a href="/guide">受理机构</a>窗口重新取得。为了保护申请人，电话里不能告知。
      </p>
    </Page>
  ) as string;
}
