/** 报送的字段对照 [ENF-39]: the standard's codes → the platform's names, as data of the connection. Where fields are named, only these go. */
import { DECISION_FIELDS } from '../../enforcement/decisions/fields.ts';
import type { FieldMapping } from '../sharing/field-mapping.ts';
import type { DecisionReport } from './reported-decision.ts';

/** What can be named, with its term. */
export const REPORTED_FIELDS: Readonly<Record<string, string>> = {
  id: '编号',
  revision: '第几次报送',
  digest: '内容摘要',
  kind: '许可还是处罚',
  standing: '公示还是撤回',
  revokedOn: '撤销、变更的日期',
  why: '撤回的理由',
  ...Object.fromEntries(Object.values(DECISION_FIELDS).flatMap((all) => all.map(({ code, term }) => [code, term]))),
};

/** The report as the platform reads it. */
export function mappedReport({ revision, digest, item }: DecisionReport, { fields, constants }: FieldMapping): object {
  if (Object.keys(fields).length === 0) return { ...constants, revision, digest, item };
  const { said, ...rest } = item;
  const ours: Readonly<Record<string, unknown>> = { ...said, ...rest, revision, digest };
  const theirs = Object.entries(fields).flatMap(([field, name]) => {
    const value = ours[field];
    return value === undefined || value === null ? [] : [[name, value] as const];
  });
  return { ...constants, ...Object.fromEntries(theirs) };
}
