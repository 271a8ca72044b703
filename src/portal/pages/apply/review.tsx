/** 核对: everything as it will be registered, each answer to be changed on its own page. */
import { APPLICANT_KINDS, type ApplicantKindName } from '../../../requests/applicant-kinds.ts';
import { FILE_PURPOSES } from '../../../requests/request-files.ts';
import type { CivilDate } from '../../../statute/civil-date.ts';
import { inProseWithWeekday } from '../../../statute/civil-date.ts';
import { ACTING, type ApplicationForm, formWantedTerm, othersIn } from '../../application-form.ts';
import { isOrganisation, QUESTION_NAMES, QUESTIONS, type QuestionName } from '../../application-questions.ts';
import { ApplySteps } from '../../components/apply-steps.tsx';
import { CarriedAnswers } from '../../components/carried-answers.tsx';
import { ErrorSummary, type FieldError } from '../../components/error-summary.tsx';
import { ProofFields, TrapField } from '../../components/intake-fields.tsx';
import { Page } from '../../components/page.tsx';
import { fileSize } from '../../file-size.ts';
import { TOKEN_FIELD } from '../../form-token.ts';
import type { Frame } from '../../frame.ts';
import type { HeldFile } from '../../held-files.ts';

export function ApplyReviewPage({
  frame,
  form,
  agencyName,
  files,
  token,
  due,
  again,
  errors,
  challenge,
  question,
  script,
}: {
  readonly frame: Frame;
  readonly form: ApplicationForm;
  readonly agencyName: string;
  readonly files: readonly HeldFile[];
  readonly token: string;
  readonly due: CivilDate | null;
  /** Why it has to be sent once more, with everything as it was typed. */
  readonly again: string | undefined;
  /** What is wrong on this very page. */
  readonly errors: readonly FieldError[];
  /** What the browser works out, as JSON; and what is asked where no script runs. */
  readonly challenge: string;
  readonly question: string;
  readonly script: string;
}): string {
  const answers = answersOf(form, agencyName, files);
  return (
    <Page
      frame={frame}
      title={`${errors.length > 0 ? '需要改正：' : again ? '还没有登记：' : ''}核对申请内容`}
      crumbs={[{ name: '依申请公开', path: '/apply' }, { name: '核对' }]}
      script={script}
    >
      <ApplySteps at={2} />
      <div class="page-head">
        <h1>核对申请内容</h1>
      </div>
      <ErrorSummary errors={errors} />
      {again ? (
        <section class="notice warn" role="alert">
          <p safe>{again}</p>
        </section>
      ) : null}
      <form method="post" action="/apply">
        <input type="hidden" name="at" value="review" />
        <input type="hidden" name={TOKEN_FIELD} value={token} />
        <CarriedAnswers form={form} />
        <TrapField />
        <dl class="answers">
          {QUESTION_NAMES.map((name) => (
            <div>
              <dt>{QUESTIONS[name].title}</dt>
              <dd>
                {answers[name]
                  .filter((line) => line !== '')
                  .map((line) => (
                    <p safe>{line}</p>
                  ))}
              </dd>
              <dd>
                <button
                  class="quiet slight"
                  type="submit"
                  name="do"
                  value={`change.${name}`}
                  aria-label={`修改：${QUESTIONS[name].title}`}
                >
                  修改
                </button>
              </dd>
            </div>
          ))}
        </dl>
        <ProofFields challenge={challenge} question={question} errors={errors} />
        <p safe>{`提交当日就是收到申请之日${due ? `，最迟 ${inProseWithWeekday(due)}答复` : ''}。`}</p>
        <div class="actions">
          <button type="submit" name="do" value="send">
            提交申请
          </button>
          <button class="quiet" type="submit" name="do" value="back">
            上一步
          </button>
        </div>
      </form>
    </Page>
  ) as string;
}

function answersOf(
  form: ApplicationForm,
  agencyName: string,
  files: readonly HeldFile[],
): Readonly<Record<QuestionName, readonly string[]>> {
  const kind = APPLICANT_KINDS[form.kind as ApplicantKindName];
  return {
    wanted: form.wanted.split('\n'),
    agency: [agencyName],
    form: [formWantedTerm(form)],
    kind: [isOrganisation(form) ? kind.term : '个人'],
    acting: [(ACTING[form.acting as keyof typeof ACTING] ?? ACTING.self).label],
    applicant: [
      form.name,
      `${form.identityKind} ${form.identityNumber}`,
      isOrganisation(form) ? `联系人：${form.representative}` : '',
      form.acting === 'together' ? `一起申请的：${othersIn(form).join('、')}` : '',
      form.acting === 'agent' ? `代理人：${form.agentName}，${form.agentIdentity}，${form.agentPhone}` : '',
    ],
    contact: [form.phone, form.email, form.address],
    files:
      files.length === 0
        ? ['没有']
        : files.map(({ file, purpose }) => `${FILE_PURPOSES[purpose].term}：${file.name}（${fileSize(file.bytes)}）`),
  };
}
