/** Which figure of the statistics is opened. */
import { type Static, Type } from 'typebox';
import { COUNTED_FIGURES, DIVISIONS, type DivisionName } from '../../requests/statistics.ts';
import { YearSchema } from '../calendar/county-schemas.ts';

const names = <T extends string>(of: readonly T[]) => Type.Unsafe<T>(Type.Union(of.map((name) => Type.Literal(name))));

/** Without `by` and `key` the whole year. */
export const CountedQuerySchema = Type.Object(
  {
    year: YearSchema.properties.year,
    figure: names(COUNTED_FIGURES),
    by: Type.Optional(names(Object.keys(DIVISIONS) as DivisionName[])),
    key: Type.Optional(Type.String({ maxLength: 64 })),
    page: Type.Optional(Type.Integer({ minimum: 1, maximum: 100_000 })),
  },
  { additionalProperties: false },
);
export type CountedQuery = Static<typeof CountedQuerySchema>;
