/**
 * 联系记录 [REQ-91]. 国办公开办函〔2015〕207号: what came by ordinary post, fax or mail is received once it is confirmed with the applicant, so every attempt to
 * reach him is kept; 《条例》第三十条 asks for guidance, which is given by telephone more often than not. No attempt moves the clock.
 */
import { art } from '../../statute/articles.ts';
import { refuse } from '../../statute/refusal.ts';
import { REQUEST_STATES } from '../states.ts';
import { isMissing } from './particulars.ts';
import type { FileAct, Verb } from './verb.ts';

export const CONTACT_WAYS = {
  phone: '电话',
  visit: '当面',
  message: '短信或者邮件',
  letter: '信函',
} as const;

export type ContactWay = keyof typeof CONTACT_WAYS;

export interface RecordContact extends FileAct {
  readonly verb: 'recordContact';
  readonly way: ContactWay;
  readonly reached: boolean;
  /** What was said, or why nobody was reached. */
  readonly result: string;
}

const BASIS = `${art(30)}、${art(31)}`;

export const recordContact: Verb<RecordContact> = {
  term: '登记联系申请人',
  basis: BASIS,
  causes: '联系的时间、方式和结果留在卷内，不影响期限；确认收到申请、发补正告知另行办理。',
  trace: 'recordedContact',
  roles: ['handler', 'officeHead'],
  from: REQUEST_STATES.filter((state) => state !== 'archived'),
  act(_, { on, way, reached, result }) {
    if (!Object.hasOwn(CONTACT_WAYS, way)) return refuse('REQ-91', BASIS, '请选择联系的方式。');
    if (isMissing(result)) return refuse('REQ-91', BASIS, '请写明联系的结果：说了什么，或者为什么没有联系上。');
    return { fact: { type: 'contacted', on, way, reached, result } };
  },
};
