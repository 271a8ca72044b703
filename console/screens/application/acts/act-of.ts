/** From what is written on the form of a verb to the act that is sent, and what is still missing before it is. */
import type { ActVerb, OutcomeView, RequestAct, Vocabulary } from '../../../../src/desk/contract.ts';
import type { ActField, Stage } from './act-field.ts';
import { ACT_FORMS } from './act-fields.ts';
import { partPrefix, partsIn, sentPart, withParts } from './draft-parts.ts';
import { deviates, writtenPath } from './triage-path.ts';

/** By the name of the field; a ground of an outcome stands under `ground:name`. */
export type Values = Readonly<Record<string, string>>;

export const groundKey = (name: string): string => `ground:${name}`;

/**
 * What stands on the form when it is opened: today, defaults, the first of a choice, the draft as it was last written.
 *
 * @param late it is written down after its period, so its day is asked for
 */
export function openingValues(verb: ActVerb, stage: Stage, late = false): Values {
  const { today, draft } = stage.file;
  const values: Record<string, string> = { on: late ? '' : today };
  for (const field of ACT_FORMS[verb].fields) values[field.name] = openingValue(field, stage);
  if (verb !== 'draftReply') return values;
  const { outcome = '', grounds = {}, judgement = null, text = '', parts: before = [] } = draft ?? {};
  const parts = before.length > 0 ? before : [{ what: '', outcome, grounds, judgement }];
  return withParts(
    { ...values, text, main: before.length > 0 ? outcome : '', why: '' },
    parts.map(({ judgement: kept, ...part }) => ({
      ...part,
      judged: writtenPath(kept?.answers ?? []),
      deviation: kept?.why ?? '',
    })),
  );
}

function openingValue({ kind, initial, initialOf, ahead, choices }: ActField, stage: Stage): string {
  if (initialOf) return initialOf(stage);
  if (initial !== undefined) return initial;
  if (kind === 'day') return ahead ? '' : stage.file.today;
  return choices?.(stage)[0]?.value ?? '';
}

/** The fields that what stands on the form calls for. */
export function fieldsAsked(verb: ActVerb, values: Values): readonly ActField[] {
  return ACT_FORMS[verb].fields.filter(({ when }) => when?.(values) ?? true);
}

/** What must still be written, a sentence beside each field. */
export function lacking(
  verb: ActVerb,
  values: Values,
  { outcomes, triage }: Pick<Vocabulary, 'outcomes' | 'triage'>,
): Readonly<Record<string, string>> {
  const lacks: Record<string, string> = {};
  const ask = (name: string, says: string) => {
    if ((values[name] ?? '').trim() === '') lacks[name] = says;
  };
  ask('on', '请选择日期。');
  for (const { name, term, kind, optional } of fieldsAsked(verb, values))
    if (!optional) ask(name, kind === 'day' || kind === 'choice' ? `请选择${term}。` : `请填写${term}。`);
  if (verb !== 'draftReply') return lacks;
  ask('text', '请写答复书正文。');
  const parts = partsIn(values);
  parts.forEach((part, index) => {
    const prefix = partPrefix(index);
    if (parts.length > 1) ask(`${prefix}what`, '请写明答复的是申请中的哪一项内容。');
    ask(`${prefix}outcome`, '请选择处理结果。');
    for (const { name, term, hint } of outcomes.find(({ name }) => name === part.outcome)?.grounds ?? [])
      ask(`${prefix}${groundKey(name)}`, `请填写${term}：${hint}。`);
    if (deviates(part, triage)) ask(`${prefix}deviation`, '请写明不按研判结果的理由。');
  });
  return lacks;
}

/** Whether the desk takes the act as its schema says stands in the types of `ACT_FORMS`; the desk checks it again. */
export function actOf(verb: ActVerb, values: Values, outcomes: readonly OutcomeView[]): RequestAct {
  const act: Record<string, unknown> = { verb, on: values.on };
  for (const field of fieldsAsked(verb, values)) {
    const value = values[field.name] ?? '';
    // A count that is left open is not a zero.
    if (!(field.kind === 'count' && value === '')) act[field.name] = sent(field, value);
  }
  if (verb === 'serve' || verb === 'serveAgain') act.evidence ??= '';
  if (verb === 'draftReply') {
    const parts = partsIn(values).map((part) =>
      sentPart(
        part,
        outcomes.find(({ name }) => name === part.outcome),
      ),
    );
    const { what: _, ...whole } = parts[0]!;
    const { text, main = '', why = '' } = values;
    Object.assign(act, parts.length > 1 ? { outcome: main, grounds: {}, text, parts, why } : { ...whole, text });
  }
  return act as RequestAct;
}

function sent({ kind, numbered, yesNo }: ActField, value: string): string | number | boolean {
  if (yesNo) return value === 'yes';
  return kind === 'count' || numbered ? Number(value) : value;
}

/** The day of service depends on the way of it: posting, signature, success of sending. */
export function dayTerm(verb: ActVerb, values: Values, { words }: Pick<Stage, 'words'>): string {
  const method =
    (verb === 'serve' || verb === 'serveAgain') && words.serviceMethods.find(({ name }) => name === values.method);
  return method ? method.day : ACT_FORMS[verb].day;
}

/** Whether what the screen shows was overtaken by somebody else's act. */
export function isStale(code: string): boolean {
  return code === 'STALE' || code === 'WRONG_STATE';
}
