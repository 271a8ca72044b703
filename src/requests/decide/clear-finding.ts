/**
 * 判定附件可以提供 [FIL-16] (《条例》第十七条第二款): somebody who did not upload it lets a find in a file stand, and says why. The decision holds for this
 * very content and is kept with the file.
 */
import { isRealReason } from '../../review/real-reason.ts';
import { art } from '../../statute/articles.ts';
import { refuse } from '../../statute/refusal.ts';
import { clearingOf, refuseOwnFile } from '../file-findings.ts';
import type { FileAct, Verb } from './verb.ts';

export interface ClearFinding extends FileAct {
  readonly verb: 'clearFinding';
  /** The attachment, and the key of what was found in it. */
  readonly file: string;
  readonly finding: string;
  readonly why: string;
}

const BASIS = art(17, { paragraph: 2 });

export const clearFinding: Verb<ClearFinding> = {
  term: '判定附件可以提供',
  basis: BASIS,
  causes: '这一处可以随答复提供，你的判定和理由留在卷内，签发人签发时看得到。换了文件的要重新判定。',
  trace: 'clearedFinding',
  roles: ['secrecyReviewer', 'legal', 'officeHead'],
  from: ['inProcess', 'reasonPending', 'consulting', 'redoing', 'drafted', 'reviewed'],
  act({ facts }, { on, file: id, finding: key, why }, { released, actor }) {
    const file = released.find((one) => one.id === id);
    const found = file?.findings.find((one) => one.key === key);
    if (!file || !found || clearingOf(key, facts))
      return refuse('STALE', BASIS, '这一处已经判定过，或者附件已经换掉。请刷新页面，看过再定。');
    const own = refuseOwnFile(file, facts, actor.id);
    if (own) return own;
    if (!isRealReason(why))
      return refuse(
        'FIL-16',
        BASIS,
        '请用几个字写明为什么可以提供，例如“批注是审签意见，申请的就是它”“号码是申请人自己的”。',
      );
    const { sha256 } = file;
    return { fact: { type: 'findingCleared', on, file: id, sha256, finding: key, says: found.says, why: why.trim() } };
  },
};
