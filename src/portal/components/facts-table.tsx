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
  const shown = facts.filter(({ value }) => value);
  const lastNarrow = shown.findLast(({ wide }) => !wide);
  const isOdd = shown.filter(({ wide }) => !wide).length % 2 === 1;
  return (
    <dl class={['facts', two && 'two']}>
      {shown.map((fact) => {
        // A row is filled to its end, so that what follows begins a row of its own.
        const full = fact.wide || (isOdd && fact === lastNarrow) ? 'full' : undefined;
        return (
          <>
            <dt safe>{fact.label}</dt>
            <dd class={full} safe>
              {fact.value}
            </dd>
          </>
        );
      })}
    </dl>
  );
}
