/** 提意见、填写问卷: one page, named or not; without scripts a plain question stands in for the browser's work, and conditions are said in words. */

import type { PublicConsultation } from '../../../interaction/consultations/consultation.ts';
import { LONGEST_OPINION } from '../../../interaction/consultations/send.ts';
import { inProseWithWeekday } from '../../../statute/civil-date.ts';
import { errorOf } from '../../components/error-summary.tsx';
import { TextArea, TextField } from '../../components/field.tsx';
import { type IntakeAsked, IntakeForm } from '../../components/intake-form.tsx';
import { Page } from '../../components/page.tsx';
import type { Frame } from '../../frame.ts';
import { HELD_FIELD } from '../../held-files.ts';
import { QuestionField } from './question-field.tsx';

export interface SendForm {
  readonly body: string;
  readonly name: string;
  readonly phone: string;
  readonly email: string;
  /** 选好的文件, sealed, as the form carries them. */
  readonly carried: string;
  /** Whatever was answered, by field; of a file its name. */
  readonly sent: (field: string) => string;
}

export function SendPage({
  frame,
  consultation: { id, text, closesOn },
  form,
  asked,
}: {
  readonly frame: Frame;
  readonly consultation: PublicConsultation;
  readonly form: SendForm;
  readonly asked: IntakeAsked;
}): string {
  const { errors, proof } = asked;
  const isSurvey = text.form === 'survey';
  const withFiles = text.questions.some(({ kind }) => kind === 'file');
  const title = isSurvey ? '填写问卷' : '提意见';
  const heading: string = isSurvey ? text.title : title;
  const lead: string = isSurvey ? `不用登录，不记姓名，${inProseWithWeekday(closesOn!)}截止。` : text.title;
  const field = (name: 'body' | 'name' | 'phone' | 'email') => ({
    id: name,
    value: form[name],
    error: errorOf(errors, name),
  });
  return (
    <Page
      frame={frame}
      title={`${title}：${text.title}`}
      script={proof.script}
      crumbs={[
        { name: '征集调查', path: '/consultations' },
        { name: text.title, path: `/consultations/${id}` },
        { name: title },
      ]}
    >
      <div class="page-head">
        <h1 safe>{heading}</h1>
        <p class="lead" safe>
          {lead}
        </p>
      </div>
      <IntakeForm
        {...asked}
        action={`/consultations/${id}/send${withFiles ? '/files' : ''}`}
        verb={isSurvey ? '提交问卷' : '提交意见'}
        multipart={withFiles}
      >
        {withFiles ? <input type="hidden" name={HELD_FIELD} value={form.carried} /> : null}
        {isSurvey ? (
          <>
            {text.questions.map((one, at) => (
              <QuestionField
                question={one}
                at={at}
                questions={text.questions}
                sent={form.sent}
                error={errorOf(errors, one.key)}
              />
            ))}
            <p class="small soft">
              为了避免重复回答，提交时在您的浏览器里放一个随机标记，只用于这份问卷，不记录设备特征，也不记录您是谁。
            </p>
          </>
        ) : (
          <>
            <TextArea
              {...field('body')}
              label="您的意见"
              hint="写明是哪一条、怎样改、为什么"
              max={LONGEST_OPINION}
              tall
            />
            <TextField {...field('name')} label="姓名或者单位（可以不写）" max={50} short autocomplete="name" />
            <TextField {...field('phone')} label="电话（可以不写）" type="tel" max={30} short autocomplete="tel" />
            <TextField {...field('email')} label="电子邮箱（可以不写）" type="email" max={100} autocomplete="email" />
            <p class="small soft">
              可以匿名。留下的姓名和联系方式加密保存，只用于核实和答复，不公开；留了邮箱或者手机号码的，答复和公布结果时发消息告诉您。公布的是意见的摘要和采纳情况。
            </p>
          </>
        )}
      </IntakeForm>
    </Page>
  ) as string;
}
