/** 一页一个问题: the question, where we are, the way back, and beside it what happens next. */
import type { Agency } from '../../../people/agency.ts';
import type { CivilDate } from '../../../statute/civil-date.ts';
import type { ApplicationForm } from '../../application-form.ts';
import { QUESTION_NAMES, QUESTIONS, type QuestionName, questionBefore } from '../../application-questions.ts';
import { ApplyNext } from '../../components/apply-next.tsx';
import { ApplySteps } from '../../components/apply-steps.tsx';
import { CarriedAnswers } from '../../components/carried-answers.tsx';
import { ErrorSummary, type FieldError } from '../../components/error-summary.tsx';
import { Page } from '../../components/page.tsx';
import { TOKEN_FIELD } from '../../form-token.ts';
import type { Frame } from '../../frame.ts';
import type { HeldFile } from '../../held-files.ts';
import { EXITS } from '../not-an-application.tsx';
import { QuestionFields } from './question-fields.tsx';

export interface AskedQuestion {
  readonly name: QuestionName;
  readonly form: ApplicationForm;
  readonly errors: readonly FieldError[];
  readonly agencies: readonly Agency[];
  /** Chosen on it so far. */
  readonly held: readonly HeldFile[];
  /** Came from the review to change one answer: goes back there. */
  readonly changing: boolean;
}

export function ApplyQuestionPage({
  frame,
  asked,
  token,
  due,
  script,
}: {
  readonly frame: Frame;
  readonly asked: AskedQuestion;
  /** For what is kept before the form is sent. */
  readonly token: string;
  readonly due: CivilDate | null;
  readonly script: string;
}): string {
  const { name, form, errors, changing } = asked;
  const { title, fields } = QUESTIONS[name];
  const isFirst = questionBefore(name) === undefined;
  return (
    <Page
      frame={frame}
      title={`${errors.length > 0 ? '需要改正：' : ''}${isFirst ? '依申请公开' : title}`}
      description="在线申请公开政府信息：不用注册，不问用途，一般不收费。"
      script={name === 'wanted' ? script : undefined}
      {...(isFirst ? { canonical: '/apply' } : {})}
      crumbs={[{ name: '依申请公开', ...(isFirst ? {} : { path: '/apply' }) }, ...(isFirst ? [] : [{ name: title }])]}
    >
      <ApplySteps at={1} />
      <div class="beside">
        <div>
          {isFirst ? <Before /> : null}
          <ErrorSummary errors={errors} />
          <form {...(name === 'files' ? WITH_FILES : PLAIN)}>
            <p
              class="soft question-at"
              safe
            >{`问题 ${QUESTION_NAMES.indexOf(name) + 1}，共 ${QUESTION_NAMES.length} 个`}</p>
            <input type="hidden" name="at" value={name} />
            {name === 'files' ? <input type="hidden" name={TOKEN_FIELD} value={token} /> : null}
            {changing ? <input type="hidden" name="changing" value="1" /> : null}
            <CarriedAnswers form={form} except={name === 'files' ? [] : fields} />
            {isFirst ? <h2>{title}</h2> : <h1>{title}</h1>}
            <QuestionFields asked={asked} />
            <div class="actions">
              <button type="submit" name="do" value="next">
                {changing ? '改好了，回到核对' : '下一步'}
              </button>
              {isFirst || changing ? null : (
                <button class="quiet" type="submit" name="do" value="back">
                  上一步
                </button>
              )}
              {name === 'wanted' ? (
                <button class="quiet" type="submit" name="do" value="carry" formaction="/letters/write">
                  这是咨询，带着写好的内容去写信
                </button>
              ) : null}
            </div>
          </form>
          {isFirst ? <NotAnApplication /> : null}
        </div>
        <ApplyNext due={due} />
      </div>
    </Page>
  ) as string;
}

const PLAIN = { method: 'post', action: '/apply' } as const;
const WITH_FILES = { method: 'post', action: '/apply/files', enctype: 'multipart/form-data' } as const;

function Before(): JSX.Element {
  return (
    <div class="page-head">
      <h1>申请公开政府信息</h1>
      <p class="lead">
        不用注册，不问用途，一般不收费。很多信息已经公开，可以先<a href="/search">搜索</a>一下。
      </p>
    </div>
  );
}

function NotAnApplication(): JSX.Element {
  return (
    <section>
      <h2>这些不属于信息公开申请</h2>
      <ul>
        {EXITS.map(({ path, title: exit }) => (
          <li>
            <a href={path} safe>
              {exit}
            </a>
          </li>
        ))}
        <li>查询不动产登记、企业登记资料：向登记机关查询。</li>
      </ul>
    </section>
  );
}
