/** 收件口的表单: whatever is asked, between what was wrong and the proof that no program sends it. */
import type { PropsWithChildren } from '@kitajs/html';
import { TOKEN_FIELD } from '../form-token.ts';
import type { IntakeProof, IntakeTold } from '../intake-proof.ts';
import { ErrorSummary } from './error-summary.tsx';
import { ProofFields, TrapField } from './intake-fields.tsx';

export interface IntakeAsked extends IntakeTold {
  readonly proof: IntakeProof;
}

interface IntakeFormProps extends IntakeAsked {
  readonly action: string;
  /** On the button. */
  readonly verb: string;
  /** Files go along. */
  readonly multipart?: boolean;
  /** A way out, beside it. */
  readonly back?: { readonly path: string; readonly name: string };
}

export function IntakeForm(props: PropsWithChildren<IntakeFormProps>): JSX.Element {
  const { errors, told, proof, action, verb, multipart, back, children } = props;
  return (
    <>
      <ErrorSummary errors={errors} />
      {told ? (
        <section class="notice warn" role="alert">
          <p safe>{told}</p>
        </section>
      ) : null}
      <form method="post" action={action} enctype={multipart ? 'multipart/form-data' : undefined}>
        <input type="hidden" name={TOKEN_FIELD} value={proof.token} />
        <TrapField />
        {children}
        <ProofFields challenge={proof.challenge} question={proof.question} errors={errors} />
        <div class="actions">
          <button type="submit" name="do" value="send" safe>
            {verb}
          </button>
          {back ? (
            <a href={back.path} safe>
              {back.name}
            </a>
          ) : null}
        </div>
      </form>
    </>
  );
}
