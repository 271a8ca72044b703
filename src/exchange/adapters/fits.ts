/** What another system says, held against a schema. */
import type { Static, TSchema } from 'typebox';
import { Compile } from 'typebox/compile';

const compiled = new WeakMap<TSchema, { Check(value: unknown): boolean }>();

export function fits<Schema extends TSchema>(schema: Schema, value: unknown): value is Static<Schema> {
  const validator = compiled.get(schema) ?? Compile(schema);
  compiled.set(schema, validator);
  return validator.Check(value);
}
