/** Everything that can be done with applications: open a file, or act on one. */
import type { AbandonUncorrected } from './decide/abandon-uncorrected.ts';
import type { AbandonUnpaid } from './decide/abandon-unpaid.ts';
import type { AddNote } from './decide/add-note.ts';
import type { Archive } from './decide/archive.ts';
import type { AskCorrection } from './decide/ask-correction.ts';
import type { AskReasons } from './decide/ask-reasons.ts';
import type { LegalCheck, SecrecyCheck, SkipReview } from './decide/check-draft.ts';
import type { ClearFinding } from './decide/clear-finding.ts';
import type { ConfirmReceipt } from './decide/confirm-receipt.ts';
import type { ConsultAgency, ConsultCoProducer, ConsultThirdParty } from './decide/consult.ts';
import type { DecideProactive } from './decide/decide-proactive.ts';
import type { Delay } from './decide/delay.ts';
import type { AnswerFeeDispute, DisputeFee } from './decide/dispute-fee.ts';
import type { DraftReply } from './decide/draft-reply.ts';
import type { Extend } from './decide/extend.ts';
import type { NoticeFee } from './decide/notice-fee.ts';
import type { OpenWithCarriedOver } from './decide/open-with-carried-over.ts';
import type { Rate } from './decide/rate.ts';
import type { ReceiveCorrection } from './decide/receive-correction.ts';
import type { RecordAgencyAnswer, RecordCoProducerAnswer, RecordThirdPartyAnswer } from './decide/record-answer.ts';
import type { RecordContact } from './decide/record-contact.ts';
import type { RecordPayment } from './decide/record-payment.ts';
import type { RecordReceived } from './decide/record-received.ts';
import type { RecordRefund } from './decide/record-refund.ts';
import type { RecordReturn } from './decide/record-return.ts';
import type { RedoReply } from './decide/redo-reply.ts';
import type { Register } from './decide/register.ts';
import type { RenewCode } from './decide/renew-code.ts';
import type { ReturnDraft } from './decide/return-draft.ts';
import type { ReviewRefusal } from './decide/review-refusal.ts';
import type { Serve } from './decide/serve.ts';
import type { ServeAgain } from './decide/serve-again.ts';
import type { SettleDissent } from './decide/settle-dissent.ts';
import type { Sign } from './decide/sign.ts';
import type { ConfirmSilence, NoteSilence } from './decide/silence.ts';
import type { SuggestProactive } from './decide/suggest-proactive.ts';
import type {
  AcceptTask,
  AnswerTask,
  ReceiveTask,
  RemindTask,
  ReturnTask,
  SendTask,
  WithdrawTask,
} from './decide/tasks.ts';
import type { Withdraw } from './decide/withdraw.ts';
import type { WithdrawConsultation } from './decide/withdraw-consultation.ts';
import type { WithdrawFeeNotice } from './decide/withdraw-fee-notice.ts';

export type OpeningCommand = Register | OpenWithCarriedOver;

export type FileCommand =
  | ConfirmReceipt
  | AskCorrection
  | ReceiveCorrection
  | ConsultThirdParty
  | RecordThirdPartyAnswer
  | ConsultCoProducer
  | RecordCoProducerAnswer
  | ConsultAgency
  | RecordAgencyAnswer
  | WithdrawConsultation
  | NoteSilence
  | ConfirmSilence
  | SendTask
  | ReceiveTask
  | AnswerTask
  | ReturnTask
  | AcceptTask
  | RemindTask
  | WithdrawTask
  | Extend
  | AskReasons
  | Delay
  | NoticeFee
  | RecordPayment
  | WithdrawFeeNotice
  | RecordRefund
  | DisputeFee
  | AnswerFeeDispute
  | DraftReply
  | LegalCheck
  | SecrecyCheck
  | SkipReview
  | ClearFinding
  | ReturnDraft
  | Sign
  | SettleDissent
  | Serve
  | RecordReceived
  | RecordReturn
  | ServeAgain
  | RecordContact
  | AddNote
  | RenewCode
  | Rate
  | Withdraw
  | AbandonUncorrected
  | AbandonUnpaid
  | Archive
  | RedoReply
  | ReviewRefusal
  | SuggestProactive
  | DecideProactive;

export type RequestCommand = OpeningCommand | FileCommand;

export type FileVerb = FileCommand['verb'];

export function opensFile(command: RequestCommand): command is OpeningCommand {
  return command.verb === 'register' || command.verb === 'openWithCarriedOver';
}
