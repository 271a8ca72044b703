/** 办件列表的一行, in words. */
import { outcomeOf } from '../../requests/outcomes.ts';
import { STATES } from '../../requests/states.ts';
import type { RequestLine } from '../../requests/store/lists.ts';
import { verbOf } from '../../requests/verbs.ts';
import { CHANNELS } from '../../statute/receipt.ts';
import type { AgencyNames } from '../agency-names.ts';
import type { RequestLineView } from '../contract.ts';

export function requestLineView(line: RequestLine, nameOf: AgencyNames): RequestLineView {
  const { step } = line;
  return {
    id: line.id,
    number: line.number,
    agency: nameOf(line.agencyId),
    wanted: line.wanted,
    maskedName: line.maskedName,
    channel: CHANNELS[line.channel].term,
    arrivedOn: line.arrivedOn,
    receivedOn: line.receivedOn,
    state: STATES[line.state].term,
    light: line.light,
    late: line.late,
    dueOn: line.dueOn,
    workdaysLeft: line.workdaysLeft,
    closedOn: line.closedOn,
    outcome: line.outcome && outcomeOf(line.outcome).term,
    problem: line.problem?.says ?? null,
    step: step && { term: verbOf(step.verb).term, waitsFor: step.waitsFor },
  };
}
