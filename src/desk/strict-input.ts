/**
 * 严格收件 [SEC-7]: what is sent has the shape of the route's schema or is not taken. Nothing is converted or left out on the way in,
 * as Fastify's own validator would do: a field nobody knows may be a mistake about what was decided. What does not fit is told
 * field by field.
 */
import type { FastifyError, FastifyInstance } from 'fastify';
import type { TSchema } from 'typebox';
import { Compile } from 'typebox/compile';
import { Value } from 'typebox/value';
import { showAsJson } from '../platform/http/face.ts';
import { problemOfIssues } from '../platform/http/problem.ts';
import type { Issue } from '../statute/issue.ts';
import { CIVIL_DAY } from './civil-day.ts';

interface Misfit {
  readonly keyword: string;
  readonly instancePath: string;
  readonly params: Readonly<Record<string, unknown>>;
}

export function acceptStrictly(desk: FastifyInstance): void {
  desk.setValidatorCompiler<TSchema>(({ schema, httpPart }) => {
    const shape = Compile(schema);
    return (sent: unknown) => {
      // An address holds nothing but text: its numbers are read, those of a body are sent.
      const value = httpPart === 'body' ? sent : Value.Convert(schema, sent);
      return shape.Check(value) ? { value } : { error: Value.Errors(meant(schema, value), value) as never };
    };
  });
  desk.setErrorHandler((error: FastifyError, request, reply) => {
    if (!error.validation) throw error;
    const told = (error.validation as unknown as readonly Misfit[]).flatMap(issuesOf);
    // Of several words a field may be, each complains that it is not it.
    const issues = [...new Map(told.map((issue) => [`${issue.where} ${issue.says}`, issue])).values()];
    return showAsJson({ ...problemOfIssues(issues), status: 400, code: 'DOES_NOT_FIT' }, request, reply);
  });
}

/** Where one of several shapes is told by its `verb`, the others would only complain that they are not it. */
function meant(schema: TSchema, value: unknown): TSchema {
  const { anyOf, properties } = schema as { anyOf?: TSchema[]; properties?: Record<string, TSchema> };
  const sent = (value ?? {}) as Record<string, unknown>;
  if (anyOf) return anyOf.find((one) => verbOf(one) !== undefined && verbOf(one) === sent.verb) ?? schema;
  if (!properties) return schema;
  const inner = Object.entries(properties).map(([name, one]) => [name, meant(one, sent[name])] as const);
  return { ...schema, properties: Object.fromEntries(inner) } as TSchema;
}

function verbOf(schema: TSchema): unknown {
  return (schema as { properties?: { verb?: { const?: unknown } } }).properties?.verb?.const;
}

function issuesOf({ keyword, instancePath, params }: Misfit): Issue[] {
  const says = (where: string, what: string, advice: string): Issue => ({
    code: 'DOES_NOT_FIT',
    severity: 'error',
    where,
    says: what,
    basis: '接口约定',
    advice,
  });
  switch (keyword) {
    case 'additionalProperties':
      return names(params.additionalProperties).map((name) =>
        says(`${instancePath}/${name}`, `不认识“${name}”这一项。`, '请刷新页面后重新填写。'),
      );
    case 'required':
      return names(params.requiredProperties).map((name) =>
        says(`${instancePath}/${name}`, `缺少“${name}”这一项。`, '请刷新页面后重新填写。'),
      );
    case 'format':
      return params.format === CIVIL_DAY
        ? [says(instancePath, '日期不存在或者格式不对。', '请按“2026-02-24”的格式填写。')]
        : [says(instancePath, '格式不对。', '请核对后重新填写。')];
    case 'maxLength':
      return [says(instancePath, `太长，最多 ${params.limit} 个字。`, '请精简，或者分开填写。')];
    case 'minimum':
    case 'maximum':
      return [
        says(instancePath, `数目应当${params.comparison === '>=' ? '不小于' : '不大于'} ${params.limit}。`, '请核对。'),
      ];
    case 'boolean':
      // Said once more for each field that is not known.
      return [];
    default:
      return [says(instancePath, '内容的格式不对。', '请刷新页面后重新填写。')];
  }
}

function names(listed: unknown): string[] {
  return (listed as string[]).map(String);
}
