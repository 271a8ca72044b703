/** The verbs on an existing file, in the order of its life. One more: a file in `decide/`, a member of `FileCommand`, a line here. */
import type { FileCommand, FileVerb } from './commands.ts';
import { abandonUncorrected } from './decide/abandon-uncorrected.ts';
import { abandonUnpaid } from './decide/abandon-unpaid.ts';
import { addNote } from './decide/add-note.ts';
import { archive } from './decide/archive.ts';
import { askCorrection } from './decide/ask-correction.ts';
import { askReasons } from './decide/ask-reasons.ts';
import { legalCheck, secrecyCheck, skipReview } from './decide/check-draft.ts';
import { clearFinding } from './decide/clear-finding.ts';
import { confirmReceipt } from './decide/confirm-receipt.ts';
import { consultAgency, consultCoProducer, consultThirdParty } from './decide/consult.ts';
import { decideProactive } from './decide/decide-proactive.ts';
import { delay } from './decide/delay.ts';
import { answerFeeDispute, disputeFee } from './decide/dispute-fee.ts';
import { draftReply } from './decide/draft-reply.ts';
import { extend } from './decide/extend.ts';
import { noticeFee } from './decide/notice-fee.ts';
import { rate } from './decide/rate.ts';
import { receiveCorrection } from './decide/receive-correction.ts';
import { recordAgencyAnswer, recordCoProducerAnswer, recordThirdPartyAnswer } from './decide/record-answer.ts';
import { recordContact } from './decide/record-contact.ts';
import { recordPayment } from './decide/record-payment.ts';
import { recordReceived } from './decide/record-received.ts';
import { recordRefund } from './decide/record-refund.ts';
import { recordReturn } from './decide/record-return.ts';
import { redoReply } from './decide/redo-reply.ts';
import { renewCode } from './decide/renew-code.ts';
import { returnDraft } from './decide/return-draft.ts';
import { reviewRefusal } from './decide/review-refusal.ts';
import { serve } from './decide/serve.ts';
import { serveAgain } from './decide/serve-again.ts';
import { settleDissent } from './decide/settle-dissent.ts';
import { sign } from './decide/sign.ts';
import { confirmSilence, noteSilence } from './decide/silence.ts';
import { suggestProactive } from './decide/suggest-proactive.ts';
import { acceptTask, answerTask, receiveTask, remindTask, returnTask, sendTask, withdrawTask } from './decide/tasks.ts';
import type { FileAct, Verb } from './decide/verb.ts';
import { withdraw } from './decide/withdraw.ts';
import { withdrawConsultation } from './decide/withdraw-consultation.ts';
import { withdrawFeeNotice } from './decide/withdraw-fee-notice.ts';

export const VERBS: { readonly [V in FileVerb]: Verb<Extract<FileCommand, { verb: V }>> } = {
  confirmReceipt,
  askCorrection,
  receiveCorrection,
  consultThirdParty,
  recordThirdPartyAnswer,
  consultCoProducer,
  recordCoProducerAnswer,
  consultAgency,
  recordAgencyAnswer,
  withdrawConsultation,
  noteSilence,
  confirmSilence,
  sendTask,
  receiveTask,
  answerTask,
  returnTask,
  acceptTask,
  remindTask,
  withdrawTask,
  extend,
  askReasons,
  delay,
  noticeFee,
  recordPayment,
  withdrawFeeNotice,
  recordRefund,
  disputeFee,
  answerFeeDispute,
  draftReply,
  legalCheck,
  secrecyCheck,
  skipReview,
  clearFinding,
  returnDraft,
  sign,
  settleDissent,
  serve,
  recordReceived,
  recordReturn,
  serveAgain,
  recordContact,
  addNote,
  renewCode,
  rate,
  withdraw,
  abandonUncorrected,
  abandonUnpaid,
  archive,
  redoReply,
  reviewRefusal,
  suggestProactive,
  decideProactive,
};

export const FILE_VERBS = Object.keys(VERBS) as FileVerb[];

/** The verb of a command, whose particulars only the verb itself reads. */
export function verbOf(name: FileVerb): Verb<FileAct> {
  return VERBS[name] as unknown as Verb<FileAct>;
}
