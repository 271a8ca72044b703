/** 撤回申请 [PRT-125]: what is withdrawn cannot be taken up again, so it is asked once more, on a page of its own that needs no script. */
import type { RequestFile } from '../../requests/info-request.ts';
import { AccessFields } from '../components/access-fields.tsx';
import { FactsTable } from '../components/facts-table.tsx';
import { Page } from '../components/page.tsx';
import type { Frame } from '../frame.ts';
import type { Access } from '../track-access.ts';

/** The field by which the second page says what was decided on it. */
export const SURE_FIELD = 'sure';

export function Withdraw({ access }: { readonly access: Access }): JSX.Element {
  return (
    <details class="more">
      <summary>不再需要这些信息了</summary>
      <form method="post" action="/track/act">
        <AccessFields access={access} />
        <input type="hidden" name="do" value="withdraw" />
        <p>撤回后这件申请不再办理，以后仍可以重新申请。下一页再请您确认一次。</p>
        <button type="submit" class="quiet">
          撤回申请
        </button>
      </form>
    </details>
  );
}

export function WithdrawPage({
  frame,
  access,
  request,
}: {
  readonly frame: Frame;
  readonly access: Access;
  readonly request: Pick<RequestFile['request'], 'number' | 'queryNumber' | 'wanted'>;
}): string {
  return (
    <Page
      frame={frame}
      title="确认撤回申请"
      crumbs={[{ name: '查询申请进度', path: '/track' }, { name: request.queryNumber }]}
    >
      <div class="page-head">
        <h1>确认撤回申请</h1>
        <p class="lead">还没有撤回。撤回后这件申请不再办理，不能恢复；以后需要的，要重新申请，期限从头算起。</p>
      </div>
      <FactsTable
        facts={[
          { label: '登记号', value: request.number },
          { label: '所需信息', value: request.wanted },
        ]}
      />
      <form method="post" action="/track/act">
        <AccessFields access={access} />
        <input type="hidden" name="do" value="withdraw" />
        <div class="actions">
          <button type="submit" name={SURE_FIELD} value="no">
            不撤回，返回
          </button>
          <button type="submit" name={SURE_FIELD} value="yes" class="quiet">
            确认撤回
          </button>
        </div>
      </form>
    </Page>
  ) as string;
}
