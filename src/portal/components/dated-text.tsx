/** Text in which a date is never broken over two lines. */
export function DatedText({ text }: { readonly text: string }): JSX.Element {
  return (
    <>
      {text.split(/(\d{4}-\d{2}-\d{2})/).map((part, at) =>
        at % 2 === 1 ? (
          <span class="nowrap" safe>
            {part}
          </span>
        ) : (
          <span safe>{part}</span>
        ),
      )}
    </>
  );
}
