/** The hidden fields by which a form of the applicant proves that number and code were shown. */
import { inAttribute } from '../in-attribute.ts';
import { ACCESS_FIELDS, type Access } from '../track-access.ts';

export function AccessFields({ access }: { readonly access: Access }): JSX.Element {
  return (
    <>
      {ACCESS_FIELDS.map((name) => (
        <input type="hidden" name={name} value={inAttribute(access[name])} />
      ))}
    </>
  );
}
