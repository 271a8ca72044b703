/** What a route takes, filled in: from its schema, so that a new field is tried without being listed. */
import { CIVIL_DAY } from '../../src/desk/civil-day.ts';

export interface Shape {
  readonly type?: string;
  readonly const?: unknown;
  readonly anyOf?: readonly Shape[];
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly items?: Shape;
  readonly format?: string;
  readonly pattern?: string;
  readonly minimum?: number;
}

const isDay = ({ format, pattern }: Shape) => format === CIVIL_DAY || pattern === CIVIL_DAY;

/** Texts that no free word can stand for: a month, a quarter, a time, a token, a digest, a file's name. */
const PATTERNED = ['2024-03', '2024-1', '09:00', '0'.repeat(32), '0'.repeat(64), `${'a'.repeat(43)}.ics`];

/** @throws where a pattern is new: a route would only ever be tried with a form that it turns away unread */
function patterned(pattern: string): string {
  const word = PATTERNED.find((one) => new RegExp(pattern).test(one));
  if (word === undefined) throw new Error(`no text for ${pattern}: add one`);
  return word;
}

/** Every form of a value of this shape, with the text in its texts and the day in its days. */
export function formsOf(shape: Shape, text: string, day: string): unknown[] {
  if (shape.const !== undefined) return [shape.const];
  if (shape.anyOf) {
    const forms = shape.anyOf.flatMap((one) => formsOf(one, text, day));
    // Of many names of a table one is like the other; of verbs each is another form.
    return shape.anyOf.every((one) => one.const !== undefined) ? forms.slice(0, 1) : forms;
  }
  if (isDay(shape)) return [day];
  switch (shape.type) {
    case 'object': {
      const fields = Object.entries(shape.properties ?? {}).map(
        ([name, one]) => [name, formsOf(one, text, day)] as const,
      );
      const most = Math.max(1, ...fields.map(([, forms]) => forms.length));
      return Array.from({ length: most }, (_, i) =>
        Object.fromEntries(fields.map(([name, forms]) => [name, forms[Math.min(i, forms.length - 1)]])),
      );
    }
    case 'array':
      return [formsOf(shape.items!, text, day)];
    case 'integer':
    case 'number':
      // A number that begins so high is a year.
      return [(shape.minimum ?? 1) > 1900 ? 2024 : Math.max(1, shape.minimum ?? 1)];
    case 'boolean':
      return [true];
    case 'null':
      return [null];
    default:
      return [shape.pattern ? patterned(shape.pattern) : text];
  }
}
