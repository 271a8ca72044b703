/** 关联 Relation: how one document speaks of another. Stored once, shown from both ends (解读与文件双向关联). */
import type { DocumentId } from './document.ts';

export const RELATION_KINDS = {
  interprets: { term: '解读', inverse: '政策解读' },
  amends: { term: '修改', inverse: '被修改' },
  repeals: { term: '废止', inverse: '被废止' },
  contains: { term: '刊登', inverse: '刊登于' },
} as const;

export type RelationKind = keyof typeof RELATION_KINDS;

export interface Relation {
  readonly kind: RelationKind;
  readonly to: DocumentId;
}
