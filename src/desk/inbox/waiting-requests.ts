/** 依申请公开的待办: one row for each file that is not archived, with its next step. */
import { holds } from '../../people/actor.ts';
import { type Hand, sharesPersonWithAny } from '../../people/hand.ts';
import type { RoleName } from '../../people/role.ts';
import type { Holders } from '../../people/store.ts';
import { STATES } from '../../requests/states.ts';
import type { RequestLine } from '../../requests/store/lists.ts';
import { verbOf } from '../../requests/verbs.ts';
import type { Officer } from '../reach.ts';
import { turnOf, type Waiting, whoMay } from './waiting.ts';

/** A record that contradicts itself is cleared up by the head of the office. */
const CLEARS_UP: readonly RoleName[] = ['officeHead'];

export function waitingRequest(line: RequestLine, officer: Officer, holders: Holders): Waiting {
  const { step, problem } = line;
  const roles = step ? verbOf(step.verb).roles : CLEARS_UP;
  const ours = (hand: Hand) => step === null || (step.waitsFor === null && !sharesPersonWithAny(step.notBy, hand));
  const { mine, actingFor } = turnOf(
    officer,
    (as) => ours(as.id) && roles.some((role) => holds(as, role, line.agencyId)),
  );
  return {
    mine,
    row: {
      actingFor,
      key: `requests/${line.id}`,
      path: `/requests/${line.id}`,
      what: line.wanted,
      forWhom: line.maskedName,
      number: line.number,
      light: line.light,
      dueOn: line.dueOn,
      workdaysLeft: line.workdaysLeft,
      state: STATES[line.state].term,
      step: step ? verbOf(step.verb).term : (problem?.says ?? ''),
      behind: step?.waitsFor ? `等${step.waitsFor}` : whoMay(roles, holders(roles, line.agencyId)),
    },
  };
}
