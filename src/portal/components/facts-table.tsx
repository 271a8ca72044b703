/** 一览: label and value, one quiet table. Values that are empty are left out. */
export interface ShownFact {
  readonly label: string;
  readonly value: string | null | undefined;
  /** Takes the whole width, for what is long. */
  readonly wide?: boolean;
}

export function FactsTable({
  facts,
  two,
}: {
  readonly facts: readonly ShownFact[];
  readonly two?: boolean;
}): JSX.Element {
  return (
    <dl class={['facts', two && 'two']}>
      {facts
        .filter(({ value }) => value)
        .map(({ label, value, wide }) => (
          <>
            <dt safe>{label}</dt>
            <dd class={wide ? 'full' : undefined} safe>
              {value}
            </dd>
          </>
        ))}
    </dl>
  );
}
