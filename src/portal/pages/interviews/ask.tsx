/** 提问: one field. No name is asked; what looks like a number of a person is covered before it is kept. */
import { LONGEST } from '../../../interaction/interviews/interview.ts';
import type { PublicInterviewPage } from '../../../interaction/store/interview-lists.ts';
import { errorOf } from '../../components/error-summary.tsx';
import { TextArea } from '../../components/field.tsx';
import { type IntakeAsked, IntakeForm } from '../../components/intake-form.tsx';
import { Page } from '../../components/page.tsx';
import type { Frame } from '../../frame.ts';

interface AskProps {
  readonly frame: Frame;
  readonly interview: Pick<PublicInterviewPage, 'id' | 'title' | 'guest' | 'guestPost'>;
  readonly question: string;
  readonly asked: IntakeAsked;
}

export function AskPage({ frame, interview, question, asked }: AskProps): string {
  const { id, title, guest, guestPost } = interview;
  return (
    <Page frame={frame} title={`提问：${title}`} script={asked.proof.script} crumbs={trail(id, title, '提问')}>
      <div class="page-head">
        <h1>向嘉宾提问</h1>
        <p class="lead" safe>{`${title}。嘉宾：${guest}，${guestPost}。`}</p>
      </div>
      <IntakeForm
        {...asked}
        action={`/interviews/${id}/ask`}
        verb="提交"
        back={{ path: `/interviews/${id}`, name: '返回访谈' }}
      >
        <TextArea
          id="question"
          label="提问"
          hint="不用写姓名和联系方式。工作人员看过以后公开，嘉宾在访谈时回答"
          value={question}
          error={errorOf(asked.errors, 'question')}
          max={LONGEST.question}
        />
        <p class="small soft">提问里的电话、身份证号码、门牌号，收到时就用星号代替，不保存原来的号码。</p>
      </IntakeForm>
    </Page>
  ) as string;
}

export function AskedPage({
  frame,
  id,
  title,
}: {
  readonly frame: Frame;
  readonly id: string;
  readonly title: string;
}): string {
  return (
    <Page frame={frame} title="提问已经收到" crumbs={trail(id, title, '提问已经收到')}>
      <div class="page-head">
        <h1>提问已经收到</h1>
        <p class="lead">工作人员看过以后公开。访谈开始以后，嘉宾的回答显示在访谈页面。</p>
      </div>
      <p class="actions">
        <a class="button" href={`/interviews/${id}`}>
          返回访谈
        </a>
      </p>
    </Page>
  ) as string;
}

function trail(id: string, title: string, here: string) {
  return [{ name: '在线访谈', path: '/interviews' }, { name: title, path: `/interviews/${id}` }, { name: here }];
}
