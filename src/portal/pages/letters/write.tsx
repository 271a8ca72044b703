/** 写信: one page, as little asked as can be; without scripts a plain question stands in for the browser's work. */
import { LETTER_KINDS } from '../../../interaction/citizen-letters/citizen-letter.ts';
import { LONGEST_LETTER } from '../../../interaction/citizen-letters/decide.ts';
import type { Agency } from '../../../people/agency.ts';
import { Choices } from '../../components/choices.tsx';
import { errorOf } from '../../components/error-summary.tsx';
import { Select, TextArea, TextField } from '../../components/field.tsx';
import { type IntakeAsked, IntakeForm } from '../../components/intake-form.tsx';
import { Page } from '../../components/page.tsx';
import type { Frame } from '../../frame.ts';

export type LetterForm = Readonly<
  Record<'agency' | 'kind' | 'title' | 'body' | 'name' | 'phone' | 'email' | 'publish', string>
>;

export function WriteLetterPage({
  frame,
  form,
  agencies,
  asked,
}: {
  readonly frame: Frame;
  readonly form: LetterForm;
  readonly agencies: readonly Agency[];
  readonly asked: IntakeAsked;
}): string {
  const { errors, proof } = asked;
  const field = (id: keyof LetterForm) => ({ id, value: form[id], error: errorOf(errors, id) });
  const kinds = Object.entries(LETTER_KINDS).map(([value, { term: label }]) => ({ value, label }));
  return (
    <Page
      frame={frame}
      title="写信"
      script={proof.script}
      crumbs={[{ name: '互动回应', path: '/letters' }, { name: '写信' }]}
    >
      <div class="page-head">
        <h1>写信</h1>
        <p class="lead">咨询、投诉、建议、求助，写给负责的机关。不用注册，当场给出查询号。</p>
        <p>
          想要一份现成的文件或者记录，请走<a href="/apply">依申请公开</a>，那里有法定的答复期限和救济途径。
        </p>
      </div>
      <IntakeForm {...asked} action="/letters/write" verb="寄出">
        <Choices
          name="kind"
          legend="来信的种类"
          value={form.kind}
          error={errorOf(errors, 'kind')}
          choices={kinds}
          inRow
        />
        <Select
          {...field('agency')}
          label="写给哪个机关"
          options={agencies.map(({ id, name }) => [id, name] as const)}
        />
        <TextField {...field('title')} label="题目" max={LONGEST_LETTER.title} />
        <TextArea
          {...field('body')}
          label="内容"
          hint="什么时间、什么地方、什么事情、您的要求"
          max={LONGEST_LETTER.body}
          tall
        />
        <TextField {...field('name')} label="姓名（可以不写）" max={50} short autocomplete="name" />
        <TextField {...field('phone')} label="电话" type="tel" max={30} short autocomplete="tel" />
        <TextField {...field('email')} label="电子邮箱" type="email" max={100} autocomplete="email" />
        <p class="small soft">
          姓名和联系方式只用于办理这封信，加密保存，不公开。电话和邮箱至少留一项；留了邮箱或者手机号码的，答复以后发消息告诉您。
        </p>
        <Choices
          name="publish"
          legend="答复以后可以公开这封信吗？"
          hint="公开的，先隐去个人信息，由工作人员核对"
          value={form.publish}
          error={errorOf(errors, 'publish')}
          choices={[
            { value: 'yes', label: '可以公开' },
            { value: 'no', label: '不要公开' },
          ]}
          inRow
        />
      </IntakeForm>
    </Page>
  ) as string;
}
