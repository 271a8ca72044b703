/**
 * 征求意见 [REQ-10]: in writing, of a third party (《条例》第三十二条), of an agency that made the information with us (第三十四条) or of
 * another agency (第十一条). The time it takes is not counted (第三十三条第三款); asking for material or help stops nothing.
 */
import { art } from '../../statute/articles.ts';
import { refuse } from '../../statute/refusal.ts';
import { CONSULTED } from '../../statute/reply-clock/consultations.ts';
import type { Consulted } from '../../statute/reply-clock/history.ts';
import { openConsultations } from '../standing.ts';
import { isMissing } from './particulars.ts';
import type { FileAct, Verb } from './verb.ts';

interface Consultation extends FileAct {
  /** Whom: a name, or what stands for it. */
  readonly name: string;
  /** Which information the opinion is asked about. */
  readonly about: string;
}
export interface ConsultThirdParty extends Consultation {
  readonly verb: 'consultThirdParty';
}
export interface ConsultCoProducer extends Consultation {
  readonly verb: 'consultCoProducer';
}
export interface ConsultAgency extends Consultation {
  readonly verb: 'consultAgency';
}

const consult = (whom: Consulted, term: string, trace: string, basis: string): Verb<Consultation> => ({
  term,
  basis,
  causes: `征求意见期间不计入答复期限；${CONSULTED[whom].silence}。`,
  trace,
  numbers: ['inquiry', 'notice'],
  roles: ['handler', 'officeHead'],
  from: ['inProcess', 'reasonPending', 'consulting'],
  act({ facts }, { on, name, about }) {
    if (isMissing(name)) return refuse('REQ-10', basis, '请写明向谁征求意见。');
    if (isMissing(about))
      return refuse(
        'REQ-10',
        basis,
        '请写明就哪些信息可否公开征求意见；只要材料、请求协助的，不是征求意见，不停止计算期限。',
      );
    if (openConsultations(facts).some((f) => f.name === name.trim()))
      return refuse(
        'REQ-10',
        basis,
        `已经在征求“${name.trim()}”的意见。再次寄送同一份征求意见书的，登记对方收到的日期即可。`,
      );
    return { fact: { type: 'consulted', on, whom, name: name.trim(), about }, state: 'consulting' };
  },
});

export const consultThirdParty: Verb<ConsultThirdParty> = consult(
  'third-party',
  '征求第三方意见',
  'consultedThirdParty',
  art(32),
);
export const consultCoProducer: Verb<ConsultCoProducer> = consult(
  'co-producer',
  '征求共同制作机关意见',
  'consultedCoProducer',
  art(34),
);
export const consultAgency: Verb<ConsultAgency> = consult(
  'agency',
  '征求其他机关意见',
  'consultedAgency',
  art(33, { paragraph: 3 }),
);
