/** 填写有误: what is wrong, each leading to its field. Stands above the form and is read first. */
export interface FieldError {
  /** The id of the field. */
  readonly field: string;
  readonly says: string;
}

export function ErrorSummary({ errors }: { readonly errors: readonly FieldError[] }): JSX.Element {
  if (errors.length === 0) return '';
  return (
    <div class="notice bad" role="alert">
      <h2 safe>{`有 ${errors.length} 处需要改正`}</h2>
      <ul>
        {errors.map(({ field, says }) => (
          <li>
            <a href={`#${field}`} safe>
              {says}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}

export function errorOf(errors: readonly FieldError[], field: string): string | undefined {
  return errors.find((error) => error.field === field)?.says;
}
