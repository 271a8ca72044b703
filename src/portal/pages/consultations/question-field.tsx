/** 一道题: what it asks and the ways to answer. Its condition stands in words; where scripts run, the page hides what is not asked (`data-asked-if`). */

import { choicesOf, MOST, type Question } from '../../../interaction/consultations/questions.ts';
import { KINDS_TAKEN } from '../../../platform/files/file-kinds.ts';
import { FILE_BYTES } from '../../../platform/files/limits.ts';
import { TextArea } from '../../components/field.tsx';
import { FileField } from '../../components/file-field.tsx';
import { ACCEPT } from '../../components/held-files.tsx';

export function QuestionField({
  question,
  at,
  questions,
  sent,
  error,
}: {
  readonly question: Question;
  readonly at: number;
  readonly questions: readonly Question[];
  readonly sent: (field: string) => string;
  readonly error: string | undefined;
}): JSX.Element {
  const { key, kind, says, required, showIf, rows } = question;
  const legend = `${at + 1}. ${says}${required ? '' : '（可以不答）'}`;
  const earlier = showIf && questions.findIndex((one) => one.key === showIf.question);
  const condition =
    showIf === null
      ? undefined
      : `第 ${earlier! + 1} 题选了“${showIf.options.map((n) => questions[earlier!]!.options[n]).join('”或“')}”的才答`;
  const askedIf = showIf?.options.map((n) => `${showIf.question}-${n}`).join(' ');
  if (kind === 'text')
    return (
      <div data-asked-if={askedIf}>
        <TextArea id={key} label={legend} hint={condition} value={sent(key)} max={MOST.words} error={error} />
      </div>
    );
  if (kind === 'file') {
    const held = sent(key);
    const hint = [condition, `不超过 ${FILE_BYTES / 1024 / 1024} MB，可以是 ${KINDS_TAKEN}`]
      .filter((text) => text)
      .join('；');
    return (
      <div data-asked-if={askedIf}>
        <FileField id={key} label={legend} hint={hint} error={error} accept={ACCEPT} />
        {held === '' ? null : (
          <p class="soft" safe>
            {`已经选好：${held}。再选一个，会替换它。`}
          </p>
        )}
      </div>
    );
  }
  const multiple = kind === 'multiple';
  return (
    <fieldset id={key} class={error ? 'wrong' : undefined} data-asked-if={askedIf}>
      <legend safe>{legend}</legend>
      {condition ? (
        <span class="hint" safe>
          {condition}
        </span>
      ) : null}
      {multiple ? <span class="hint">可以选几项</span> : null}
      {error ? (
        <span class="wrong-text" safe>
          {error}
        </span>
      ) : null}
      {kind === 'matrix' ? (
        rows.map((row, n) => (
          <fieldset class="matrix-row">
            <legend safe>{row}</legend>
            <div class="choices-row">
              {choicesOf(question).map((option, choice) => (
                <Option
                  id={`${key}-${n}-${choice}`}
                  name={`${key}.${n}`}
                  value={String(choice)}
                  type="radio"
                  label={option}
                  checked={sent(`${key}.${n}`) === String(choice)}
                />
              ))}
            </div>
          </fieldset>
        ))
      ) : (
        <div class={kind === 'scale' ? 'choices-row' : undefined}>
          {choicesOf(question).map((option, n) => (
            <Option
              id={`${key}-${n}`}
              name={multiple ? `${key}.${n}` : key}
              value={multiple ? '1' : String(n)}
              type={multiple ? 'checkbox' : 'radio'}
              label={option}
              checked={multiple ? sent(`${key}.${n}`) !== '' : sent(key) === String(n)}
            />
          ))}
        </div>
      )}
    </fieldset>
  );
}

function Option({
  id,
  label,
  ...input
}: {
  readonly id: string;
  readonly name: string;
  readonly value: string;
  readonly type: 'radio' | 'checkbox';
  readonly label: string;
  readonly checked: boolean;
}): JSX.Element {
  return (
    <div class="choice">
      <input id={id} {...input} />
      <label for={id} safe>
        {label}
      </label>
    </div>
  );
}
