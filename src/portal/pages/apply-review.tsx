/** 核对: everything as it will be registered, and what is published already: is this it? */

import type { PublicLine } from '../../publications/public-view.ts';
import { APPLICANT_KINDS, type ApplicantKindName } from '../../requests/applicant-kinds.ts';
import { APPLICATION_FIELDS, type ApplicationForm, formWantedTerm } from '../application-form.ts';
import { ApplySteps } from '../components/apply-steps.tsx';
import { DocumentList } from '../components/document-list.tsx';
import { FactsTable } from '../components/facts-table.tsx';
import { Page } from '../components/page.tsx';
import { TOKEN_FIELD } from '../form-token.ts';
import type { Frame } from '../frame.ts';
import { TRAP_FIELD } from '../intake.ts';

export function ApplyReviewPage({
  frame,
  form,
  agencyName,
  matches,
  token,
}: {
  readonly frame: Frame;
  readonly form: ApplicationForm;
  readonly agencyName: string;
  readonly matches: readonly PublicLine[];
  readonly token: string;
}): string {
  return (
    <Page frame={frame} title="核对申请" crumbs={[{ name: '依申请公开', path: '/apply' }, { name: '核对' }]}>
      <div class="page-head">
        <h1>核对申请内容</h1>
      </div>
      <ApplySteps at={2} />
      {matches.length > 0 ? (
        <section class="notice">
          <h2>这些已经公开，是您要的吗？</h2>
          <DocumentList lines={matches} />
          <p class="small">是的话，不用申请，直接查看；不是的话，请继续提交。</p>
        </section>
      ) : null}
      <FactsTable facts={factsOf(form, agencyName)} />
      <form method="post" action="/apply">
        <input type="hidden" name={TOKEN_FIELD} value={token} />
        {APPLICATION_FIELDS.map((field) => (
          <input type="hidden" name={field} value={form[field]} />
        ))}
        <div class="trap" aria-hidden="true">
          <label for={TRAP_FIELD}>此栏请留空</label>
          <input id={TRAP_FIELD} name={TRAP_FIELD} type="text" tabindex="-1" autocomplete="off" />
        </div>
        <p>提交当日就是收到申请之日，行政机关自次日起二十个工作日内答复。</p>
        <div class="actions">
          <button type="submit" name="do" value="send">
            提交申请
          </button>
          <button class="quiet" type="submit" name="do" value="back">
            返回修改
          </button>
        </div>
      </form>
    </Page>
  ) as string;
}

function factsOf(form: ApplicationForm, agencyName: string) {
  const kind = APPLICANT_KINDS[form.kind as ApplicantKindName];
  return [
    { label: '受理机关', value: agencyName },
    { label: '所需信息', value: form.wanted },
    { label: '取得方式', value: formWantedTerm(form) },
    { label: '申请人', value: `${form.name}（${kind.group === '自然人' ? '个人' : kind.term}）` },
    { label: '身份证明', value: `${form.identityKind} ${form.identityNumber}` },
    { label: '联系人', value: form.representative },
    { label: '电话', value: form.phone },
    { label: '电子邮箱', value: form.email },
    { label: '通信地址', value: form.address },
  ];
}
