/**
 * 登记上年结转 [REQ-33]: an application received before the product was in use and not answered yet. It keeps its paper number and its
 * day of receipt, so that the first report carries it over; what happened to it since is recorded act by act, each on its day.
 */
import { art } from '../../statute/articles.ts';
import { type Refusal, refuse } from '../../statute/refusal.ts';
import type { OpeningScene } from './opening.ts';
import { isMissing } from './particulars.ts';
import type { Opening, Register } from './register.ts';

/** `on` is 收到申请之日. */
export interface OpenWithCarriedOver extends Omit<Register, 'verb' | 'confirmedOn'> {
  readonly verb: 'openWithCarriedOver';
  /** 原登记号. */
  readonly number: string;
}

export function openWithCarriedOver(command: OpenWithCarriedOver, _: OpeningScene): Opening | Refusal {
  const { on, number } = command;
  if (isMissing(number)) return refuse('REQ-33', art(45), '请填写这件申请原来的登记号。');
  if (isMissing(command.applicant.name) || isMissing(command.wanted))
    return refuse('REQ-33', art(45), '请填写申请人的姓名或者名称、所需信息的描述。');
  return {
    facts: [{ type: 'received', on }],
    request: { arrivedOn: on, receivedOn: on, state: 'inProcess', number: number.trim() },
    trace: 'carriedOver',
    basis: art(45),
  };
}
