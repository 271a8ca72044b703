/** 政策解读 of the year: eleven, each tied to the document it explains. */
import { addDays, civil } from '../../src/statute/civil-date.ts';
import type { Item } from './items.ts';
import { MADE } from './normative.ts';

const FORMS = ['一图读懂', '问答', '政策解读'] as const;

/** Two for each document of the year, and a third for the first. */
export const INTERPRETATIONS: readonly (Item & { readonly of: string })[] = MADE.flatMap((normative, n) =>
  FORMS.slice(0, n === 0 ? 3 : 2).map((form, i) => {
    const name = /《(.+)》/.exec(normative.title)?.[1] ?? normative.title;
    const day = addDays(civil(normative.publishedOn), i);
    return {
      of: normative.key,
      kind: 'interpretation' as const,
      agencyId: 'office',
      columns: ['catalogue.interpretation'],
      title: `${form}：《${name}》`,
      text: [`《${name}》自${normative.effectiveOn}起施行。`, ...normative.rules],
      writtenOn: day,
      publishedOn: day,
    };
  }),
);
