/** 理由: the sentence a person gives for what he decides. */
import type { ActField } from './act-field.ts';

export const why = (term: string, hint?: string) =>
  ({ name: 'why', term, kind: 'long', ...(hint ? { hint } : {}) }) as const satisfies ActField;
