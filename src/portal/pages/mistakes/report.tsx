/** 找错: one small page; without scripts a plain question stands in for the browser's work. */
import { LONGEST_MISTAKE } from '../../../supervision/mistakes/mistake.ts';
import { errorOf } from '../../components/error-summary.tsx';
import { TextArea, TextField } from '../../components/field.tsx';
import { type IntakeAsked, IntakeForm } from '../../components/intake-form.tsx';
import { Page } from '../../components/page.tsx';
import type { Frame } from '../../frame.ts';

export type MistakeForm = Readonly<Record<'page' | 'wrong' | 'says' | 'contact', string>>;

export interface ReportMistakeProps {
  readonly frame: Frame;
  readonly form: MistakeForm;
  readonly asked: IntakeAsked;
}

export function ReportMistakePage({ frame, form, asked }: ReportMistakeProps): string {
  const field = (id: keyof MistakeForm) => ({
    id,
    value: form[id],
    error: errorOf(asked.errors, id),
    max: LONGEST_MISTAKE[id],
  });
  return (
    <Page frame={frame} title="为本网站找错" script={asked.proof.script} crumbs={[{ name: '为本网站找错' }]}>
      <div class="page-head">
        <h1>为本网站找错</h1>
        <p class="lead">错别字、打不开的链接、过时的电话，都请告诉我们。一个月内核实、改正并答复。</p>
        <p>
          要咨询、投诉的，请走<a href="/letters/write">写信</a>；已经提交的，可以
          <a href="/mistakes/track">查询答复</a>。
        </p>
      </div>
      <IntakeForm {...asked} action="/mistakes/report" verb="提交找错">
        <TextField {...field('page')} label="哪一页（网址，可以不写）" />
        <TextField {...field('wrong')} label="错误的文字（可以不写）" hint="照页面上的抄下来，连同前后几个字" />
        <TextArea {...field('says')} label="哪里错了" hint="应当是什么，或者点了什么打不开" />
        <TextField
          {...field('contact')}
          label="联系方式（可以不写）"
          hint="邮箱或者手机号码，答复以后发消息告诉您；只用于答复，加密保存，不公开"
        />
      </IntakeForm>
    </Page>
  ) as string;
}
