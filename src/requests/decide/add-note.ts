/**
 * 内部备注 [REQ-90]: what colleagues should know of a file. It is added and never changed, reaches no letter and no page of the applicant, and stays in
 * the volume.
 */
import { art } from '../../statute/articles.ts';
import { refuse } from '../../statute/refusal.ts';
import { REQUEST_STATES } from '../states.ts';
import { isMissing } from './particulars.ts';
import type { FileAct, Verb } from './verb.ts';

export interface AddNote extends FileAct {
  readonly verb: 'addNote';
  readonly text: string;
}

export const addNote: Verb<AddNote> = {
  term: '写内部备注',
  basis: art(45),
  causes: '只在工作台和案卷里看得到，不给申请人，也不进文书；写下以后不能修改。',
  trace: 'noted',
  roles: ['handler', 'officeHead', 'legal', 'secrecyReviewer', 'signatory'],
  from: REQUEST_STATES.filter((state) => state !== 'archived'),
  act: (_, { on, text }) =>
    isMissing(text) ? refuse('REQ-90', art(45), '请写备注的内容。') : { fact: { type: 'noted', on, text } },
};
