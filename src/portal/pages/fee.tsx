/** 计算信息处理费 (《政府信息公开信息处理费管理办法》): both tariffs, each with the brackets it is summed from. */
import type { FastifyInstance } from 'fastify';
import { art } from '../../statute/articles.ts';
import { type FeeReckoning, type FeeTariff, feeFor } from '../../statute/fee-tariff.ts';
import { isRefusal } from '../../statute/refusal.ts';
import { asked, askedCount } from '../asked.ts';
import { ErrorSummary, errorOf, type FieldError } from '../components/error-summary.tsx';
import { TextField } from '../components/field.tsx';
import { Page } from '../components/page.tsx';
import { StepList } from '../components/step-list.tsx';
import type { Frame } from '../frame.ts';
import type { Portal } from '../portal.ts';
import { cachedPage } from '../send-page.ts';

interface Asked {
  readonly items: string;
  readonly after: string;
  readonly pages: string;
}

const NAMES = { items: '件数', pages: '页数' } as const;

export function fee(app: FastifyInstance, portal: Portal): void {
  cachedPage(app, portal, {
    path: '/fee',
    asks: ['items', 'after', 'pages'],
    build: ({ query }, frame) => {
      const form = { items: asked(query, 'items'), after: asked(query, 'after'), pages: asked(query, 'pages') };
      return { html: FeePage({ frame, form }), keys: [] };
    },
  });
}

export function FeePage({ frame, form }: { readonly frame: Frame; readonly form: Asked }): string {
  const errors: FieldError[] = [];
  const reckon = (tariff: FeeTariff, field: 'items' | 'pages', after: number): FeeReckoning | undefined => {
    if (form[field] === '') return undefined;
    const count = askedCount(form[field]);
    const result = count === undefined ? undefined : feeFor(tariff, count, after);
    if (result && !isRefusal(result)) return result;
    errors.push({ field, says: result?.says ?? `${NAMES[field]}应当是整数，现为“${form[field]}”。` });
    return undefined;
  };
  const after = form.after === '' ? 0 : askedCount(form.after);
  const byItems = reckon('items', 'items', after ?? 0);
  const byPages = reckon('pages', 'pages', 0);
  if (after === undefined || (byItems && after >= Number(askedCount(form.items))))
    errors.push({ field: 'after', says: '“此前已经计费到第几件”应当是比前一栏小的整数。' });
  return (
    <Page
      frame={frame}
      title="计算信息处理费"
      description="按件计收、按量计收两种标准，逐档列出。"
      canonical="/fee"
      crumbs={[{ name: '计算信息处理费' }]}
    >
      <div class="page-head">
        <h1>计算信息处理费</h1>
        <p class="lead">申请政府信息一般不收费。只有数量、频次明显超过合理范围的，行政机关才可以收取信息处理费。</p>
      </div>
      <div class="beside">
        <div>
          <ErrorSummary errors={errors} />
          <form method="get" action="/fee">
            <h2>按件</h2>
            <div class="row-fields">
              <TextField
                id="items"
                label="本月累计申请的件数"
                hint="同一申请人、同一机关、一个自然月"
                value={form.items}
                error={errorOf(errors, 'items')}
                mode="numeric"
                max={12}
              />
              <TextField
                id="after"
                label="此前已经计费到第几件"
                hint="第一次计费的不用填"
                value={form.after}
                error={errorOf(errors, 'after')}
                mode="numeric"
                max={12}
              />
            </div>
            <h2>按量</h2>
            <TextField
              id="pages"
              label="这一件提供的页数"
              hint="A4 及以下纸张的单面为一页，不同的申请不累加"
              value={form.pages}
              error={errorOf(errors, 'pages')}
              short
              mode="numeric"
              max={12}
            />
            <div class="actions">
              <button type="submit">计算费用</button>
            </div>
          </form>
          {errors.length === 0 && byItems ? <Result title="按件计收" reckoning={byItems} /> : null}
          {errors.length === 0 && byPages ? <Result title="按量计收" reckoning={byPages} /> : null}
          {errors.length === 0 && byItems && byPages ? (
            <p class="notice">对同一件申请只能选择一种标准，不能把两个金额相加。</p>
          ) : null}
        </div>
        <Tariffs />
      </div>
    </Page>
  ) as string;
}

function Result({ title, reckoning }: { readonly title: string; readonly reckoning: FeeReckoning }): JSX.Element {
  return (
    <section aria-live="polite">
      <h2 safe>{title}</h2>
      <p class="due-date" safe>{`${reckoning.amount} 元`}</p>
      <StepList steps={reckoning.steps} />
    </section>
  );
}

function Tariffs(): JSX.Element {
  return (
    <aside class="aside">
      <h2>什么时候才收费</h2>
      <p safe>{`${art(42)}：依申请提供政府信息不收取费用；数量、频次明显超过合理范围的，可以收取信息处理费。`}</p>
      <p>达到起收的件数、页数，不等于一定收费，由行政机关决定。</p>
      <h2>按件</h2>
      <p>十件以内不收；第十一件至第三十件，每件 100 元；第三十一件起，每十件为一档，每档提高 100 元。</p>
      <h2>按量</h2>
      <p>三十页以内不收；第三十一页至第一百页，每页 10 元；第一百零一页至第二百页，每页 20 元；以后每页 40 元。</p>
      <h2>收到通知以后</h2>
      <p>自收到收费通知的次日起二十个工作日内缴费。逾期没有缴纳的，视为放弃申请。</p>
    </aside>
  );
}
