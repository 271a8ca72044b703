/** 制定审校规则 [REV-7]: the head of the office says which steps the documents of his agency pass. */
import { type Actor, type Permission, requireRole } from '../../people/actor.ts';
import type { AgencyId } from '../../people/agency.ts';
import type { Decision } from '../../perform.ts';
import type { ColumnKey } from '../columns.ts';
import type { DocumentKindName } from '../document-kinds.ts';
import type { PresetName } from './chains.ts';

export interface RuleCommand {
  readonly verb: 'setReviewRule';
  readonly agencyId: AgencyId;
  readonly column: ColumnKey | null;
  readonly kind: DocumentKindName | null;
  /** null takes the rule away: the wider one holds again. */
  readonly preset: PresetName | null;
}

export type SetRule = Omit<RuleCommand, 'verb'>;

export function permitRule(actor: Actor, { agencyId }: RuleCommand): Permission {
  return requireRole(actor, ['officeHead'], agencyId);
}

export function decideRule(_: unknown, { agencyId, column, kind, preset }: RuleCommand): Decision<SetRule> {
  return {
    next: { agencyId, column, kind, preset },
    entry: {
      verb: 'reviewRuleSet',
      subject: agencyId,
      agencyId,
      basis: '先审后发制度',
      content: { column, kind, preset },
    },
  };
}
