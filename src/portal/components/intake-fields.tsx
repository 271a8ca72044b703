/** 收件口的几栏: what every form of the narrow intake carries, and how a reader names what he sent. */
import { inAttribute } from '../in-attribute.ts';
import { TRAP_FIELD } from '../intake.ts';
import { ANSWER_FIELD, PROOF_FIELD } from '../proof-of-work.ts';
import { errorOf, type FieldError } from './error-summary.tsx';
import { TextField } from './field.tsx';

/** A field no person sees; programs fill in everything. */
export function TrapField(): JSX.Element {
  return (
    <div class="trap" aria-hidden="true">
      <label for={TRAP_FIELD}>此栏请留空</label>
      <input id={TRAP_FIELD} name={TRAP_FIELD} type="text" tabindex="-1" autocomplete="off" />
    </div>
  );
}

/** The browser's work, or where no script runs the plain question in its stead. */
export function ProofFields({
  challenge,
  question,
  errors,
}: {
  readonly challenge: string;
  readonly question: string;
  readonly errors: readonly FieldError[];
}): JSX.Element {
  return (
    <>
      <input type="hidden" name={PROOF_FIELD} value="" />
      <div data-challenge={inAttribute(challenge)}>
        <TextField
          id={ANSWER_FIELD}
          label={question}
          hint="为了确认不是程序自动提交，请回答，写数字就行"
          value=""
          short
          max={10}
          autocomplete="off"
          error={errorOf(errors, ANSWER_FIELD)}
        />
      </div>
      <p class="soft" role="status" data-proof-told></p>
    </>
  );
}

/** 查询号和查询码. */
export function QueryFields({
  number,
  errors,
}: {
  readonly number: string;
  readonly errors: readonly FieldError[];
}): JSX.Element {
  return (
    <>
      <TextField
        id="number"
        label="查询号"
        value={number}
        error={errorOf(errors, 'number')}
        short
        max={40}
        mode="numeric"
      />
      <TextField id="code" label="查询码" hint="大小写、横线都不影响" value="" short max={40} autocomplete="off" />
    </>
  );
}

/** The same on a receipt, large enough to be written down. */
export function QueryCodes({
  queryNumber,
  code,
}: {
  readonly queryNumber: string;
  readonly code: string;
}): JSX.Element {
  return (
    <dl class="facts">
      <dt>查询号</dt>
      <dd class="code-big" safe>
        {queryNumber}
      </dd>
      <dt>查询码</dt>
      <dd class="code-big" safe>
        {code}
      </dd>
    </dl>
  );
}
