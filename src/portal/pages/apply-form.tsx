/** 填写申请: who, what, how it is wanted. */
import type { Agency } from '../../people/agency.ts';
import { APPLICANT_KINDS } from '../../requests/applicant-kinds.ts';
import { FORMS_WANTED } from '../../requests/forms-wanted.ts';
import { art } from '../../statute/articles.ts';
import { type ApplicationForm, IDENTITY_KINDS } from '../application-form.ts';
import { ApplySteps } from '../components/apply-steps.tsx';
import { Choices } from '../components/choices.tsx';
import { ErrorSummary, errorOf, type FieldError } from '../components/error-summary.tsx';
import { Select, TextArea, TextField } from '../components/field.tsx';
import { Page } from '../components/page.tsx';
import type { Frame } from '../frame.ts';

/** 个人, and the five kinds of organisation the annual report tells apart. */
const KINDS = [
  { value: 'natural', label: '个人', says: '律师以自己的名义申请的，也选这一项' },
  ...Object.entries(APPLICANT_KINDS)
    .filter(([, { group }]) => group !== '自然人')
    .map(([value, { term }]) => ({ value, label: value === 'other' ? '其他单位（含事业单位、村居委会）' : term })),
];

const WANTED = Object.entries(FORMS_WANTED).map(([value, { term }]) => ({ value, label: term }));

export function ApplyFormPage({
  frame,
  form,
  errors,
  agencies,
}: {
  readonly frame: Frame;
  readonly form: ApplicationForm;
  readonly errors: readonly FieldError[];
  readonly agencies: readonly Agency[];
}): string {
  const field = (id: keyof ApplicationForm) => ({ id, value: form[id], error: errorOf(errors, id) });
  return (
    <Page
      frame={frame}
      title="依申请公开"
      description="在线申请公开政府信息：不用注册，不问用途，不收费。"
      canonical="/apply"
      crumbs={[{ name: '依申请公开' }]}
    >
      <div class="page-head">
        <h1>申请公开政府信息</h1>
        <p class="lead">不用注册，不问用途，一般不收费。提交后当场给出查询号，二十个工作日内答复。</p>
      </div>
      <ApplySteps at={1} />
      <div class="beside">
        <form method="post" action="/apply">
          <ErrorSummary errors={errors} />
          <h2>要什么信息</h2>
          <Select
            {...field('agency')}
            label="向哪个机关申请"
            hint="信息由谁制作，就向谁申请；不清楚的，选县人民政府"
            options={agencies.map(({ id, name }) => [id, name])}
          />
          <TextArea
            {...field('wanted')}
            label="所需信息的名称、文号或者特征"
            hint="写得越具体，找得越准：哪一年、哪个项目、什么文件。一份申请最好只写一件事。"
          />
          <Choices
            name="formWanted"
            legend="希望怎样取得"
            error={errorOf(errors, 'formWanted')}
            value={form.formWanted}
            choices={WANTED}
          />
          <h2>申请人</h2>
          <Choices
            name="kind"
            legend="类别"
            hint="只用于年度统计"
            error={errorOf(errors, 'kind')}
            value={form.kind}
            choices={KINDS}
          />
          <TextField {...field('name')} label="姓名或者单位名称" hint="与身份证明一致" autocomplete="name" />
          <div class="row-fields">
            <Select {...field('identityKind')} label="身份证明" options={IDENTITY_KINDS.map((kind) => [kind, kind])} />
            <TextField {...field('identityNumber')} label="证件号码" max={40} />
          </div>
          <TextField {...field('representative')} label="联系人（单位填写）" hint="法定代表人或者经办人" />
          <h2>联系方式</h2>
          <p class="soft">至少填写一项。要求邮寄的，应当填写通信地址。</p>
          <TextField {...field('phone')} label="电话" type="tel" autocomplete="tel" max={30} />
          <TextField {...field('email')} label="电子邮箱" type="email" autocomplete="email" />
          <TextField {...field('address')} label="通信地址和邮政编码" autocomplete="street-address" />
          <div class="actions">
            <button type="submit" name="do" value="review">
              核对申请内容
            </button>
          </div>
        </form>
        <ApplyAside />
      </div>
    </Page>
  ) as string;
}

function ApplyAside(): JSX.Element {
  return (
    <aside class="aside">
      <h2>先找一找</h2>
      <p>
        很多信息已经公开，<a href="/search">搜索</a>马上就能看到。
      </p>
      <h2>这些不属于信息公开申请</h2>
      <ul>
        <li>投诉、举报、信访：请向受理投诉举报的部门提出；</li>
        <li>咨询办事、请求解释政策：请打政务服务热线；</li>
        <li>查询不动产登记、企业登记资料：向登记机关查询。</li>
      </ul>
      <h2>也可以这样申请</h2>
      <p>
        到窗口当面提交，或者邮寄到<a href="/guide">指南</a>上的地址。书写有困难的，可以口头提出，由工作人员代填。
      </p>
      <h2>个人信息</h2>
      <p safe>{`姓名、证件和联系方式按${art(29, { paragraph: 2 })}收集，只用于办理这件申请，加密保存，不会公开。`}</p>
    </aside>
  );
}
