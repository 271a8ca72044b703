import { describe, expect, it } from 'vitest';
import { OUTCOME_NAMES, type OutcomeName, outcomeOf } from '../outcomes.ts';
import { FILE_VERBS } from '../verbs.ts';
import { FIRST_QUESTION, type Lead, type QuestionName, TRIAGE } from './tree.ts';

/** Every way through the tree: the questions passed, and where it ends. */
function ways(from: QuestionName, passed: readonly QuestionName[] = []): { passed: QuestionName[]; end: Lead }[] {
  if (passed.includes(from)) throw new Error(`asked twice: ${from}`);
  const { yes, no } = TRIAGE[from];
  return [yes, no].flatMap((lead) =>
    'to' in lead ? ways(lead.to, [...passed, from]) : [{ passed: [...passed, from], end: lead }],
  );
}
const all = ways(FIRST_QUESTION);
const endsIn = (outcome: OutcomeName) => all.filter(({ end }) => 'outcome' in end && end.outcome === outcome);

describe('研判', () => {
  it('TRI-1 every way ends, every question is met, and every outcome by reply is reached', () => {
    expect(new Set(all.flatMap(({ passed }) => passed))).toEqual(new Set(Object.keys(TRIAGE)));
    for (const name of OUTCOME_NAMES.filter((one) => outcomeOf(one).by === 'reply'))
      expect([name, endsIn(name).length > 0]).toEqual([name, true]);
    for (const { end } of all) if ('first' in end) expect(FILE_VERBS).toContain(end.first);
  });

  it('TRI-2 whose it is and whether it exists are asked before any exemption', () => {
    const exempt = OUTCOME_NAMES.filter((name) => outcomeOf(name).remedy === 'reconsiderFirst');
    expect(exempt.length).toBe(7);
    for (const { passed } of exempt.flatMap(endsIn)) {
      expect(passed.indexOf('notOurs')).toBeGreaterThan(-1);
      expect(passed.indexOf('missing')).toBeGreaterThan(passed.indexOf('notOurs'));
    }
  });

  it.each<[OutcomeName, QuestionName]>([
    ['thirdPartyRights', 'thirdPartyHeard'],
    ['stillUnclear', 'unclear'],
    ['excessive', 'reasonsGiven'],
  ])('TRI-3 %s only after “%s” was asked', (outcome, question) => {
    for (const { passed } of endsIn(outcome)) expect(passed).toContain(question);
  });
});
