/** 已填的内容: carried from page to page inside the form, so that nothing is kept here before it is sent. */

import { APPLICATION_FIELDS, type ApplicationField, type ApplicationForm } from '../application-form.ts';
import { inAttribute } from '../in-attribute.ts';

export function CarriedAnswers({
  form,
  except = [],
}: {
  readonly form: ApplicationForm;
  /** Fields this page asks for. */
  readonly except?: readonly ApplicationField[];
}): JSX.Element {
  return (
    <>
      {APPLICATION_FIELDS.filter((field) => !except.includes(field) && form[field] !== '').map((field) => (
        <input type="hidden" name={field} value={inAttribute(form[field])} />
      ))}
    </>
  );
}
