/** 单选: one question with its answers. */
export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly says?: string;
}

export function Choices({
  name,
  legend,
  hint,
  error,
  value,
  choices,
  inRow,
}: {
  readonly name: string;
  readonly legend: string;
  readonly hint?: string;
  readonly error?: string | undefined;
  readonly value: string;
  readonly choices: readonly Choice[];
  readonly inRow?: boolean;
}): JSX.Element {
  return (
    <fieldset id={name} class={error ? 'wrong' : undefined}>
      <legend safe>{legend}</legend>
      {hint ? (
        <span class="hint" safe>
          {hint}
        </span>
      ) : null}
      {error ? (
        <span class="wrong-text" safe>
          {error}
        </span>
      ) : null}
      <div class={inRow ? 'choices-row' : undefined}>
        {choices.map((choice) => (
          <div class="choice">
            <input
              type="radio"
              id={`${name}-${choice.value}`}
              name={name}
              value={choice.value}
              checked={choice.value === value}
            />
            <label for={`${name}-${choice.value}`}>
              <span safe>{choice.label}</span>
              {choice.says ? <small safe>{choice.says}</small> : null}
            </label>
          </div>
        ))}
      </div>
    </fieldset>
  );
}
