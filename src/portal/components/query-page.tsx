/** 查询: a page that asks for 查询号 and 查询码 and nothing else. */
import type { PropsWithChildren } from '@kitajs/html';
import type { AskedByCode } from '../by-code.ts';
import type { Crumb } from './crumbs.tsx';
import { ErrorSummary } from './error-summary.tsx';
import { QueryFields } from './intake-fields.tsx';
import { Page } from './page.tsx';

export interface QueryPageProps extends AskedByCode {
  readonly title: string;
  readonly crumbs: readonly Crumb[];
  readonly canonical?: string;
  /** What both numbers stand on. */
  readonly receipt: string;
  readonly action: string;
  /** On the button. */
  readonly verb: string;
}

export function QueryPage(props: PropsWithChildren<QueryPageProps>): string {
  const { frame, number, errors, title, crumbs, canonical, receipt, action, verb, children } = props;
  return (
    <Page frame={frame} title={title} canonical={canonical} crumbs={crumbs}>
      <div class="page-head">
        <h1 safe>{title}</h1>
        <p class="lead" safe>{`查询号和查询码在${receipt}上。`}</p>
      </div>
      <ErrorSummary errors={errors} />
      <form method="post" action={action}>
        <QueryFields number={number} errors={errors} />
        <div class="actions">
          <button type="submit" safe>
            {verb}
          </button>
        </div>
      </form>
      {children}
    </Page>
  ) as string;
}
