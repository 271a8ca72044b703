/**
 * 补发查询码 [REQ-92]: who has lost his code shows at the counter who he is, and gets a new one; the old one opens nothing from that moment. Which
 * document was looked at is kept, never its number.
 */
import { art } from '../../statute/articles.ts';
import { refuse } from '../../statute/refusal.ts';
import { REQUEST_STATES } from '../states.ts';
import { isMissing } from './particulars.ts';
import type { FileAct, Verb } from './verb.ts';

export interface RenewCode extends FileAct {
  readonly verb: 'renewCode';
  /** 核对的证件. */
  readonly document: string;
  readonly newDigest: string;
}

export const renewCode: Verb<RenewCode> = {
  term: '补发查询码',
  basis: art(28),
  causes: '原来的查询码立即失效，新的查询码只显示一次，当面交给申请人。',
  trace: 'renewedCode',
  roles: ['handler', 'officeHead'],
  from: REQUEST_STATES,
  act(_, { on, document, newDigest }) {
    if (isMissing(document))
      return refuse('REQ-92', art(28), '请写明核对了申请人的哪一种证件，例如居民身份证原件；不要写号码。');
    if (/(?:\d[\s-]*){6,}/.test(document.normalize('NFKC')))
      return refuse(
        'REQ-92',
        art(28),
        '这里只写证件的种类，不写号码；请与案卷里的身份信息核对后写“居民身份证原件”等。',
      );
    return { fact: { type: 'codeRenewed', on, document: document.trim() }, codeDigest: newDigest };
  },
};
