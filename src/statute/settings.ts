/**
 * 待核的口径: points of the law on which no text could be read in the original, or on which the text is silent. Each default
 * takes the earlier due day, except the fee (see `feeClockMode`); a county changes one when the original is confirmed or
 * its superior says otherwise. Files already answered keep the reckoning of their day.
 */
export interface StatuteSettings {
  /** 缴费后重新给 20 日还是续算 (国办函〔2020〕109号第六条后半, 待核). `restart` also shows the day of `resume` as a conservative line. */
  readonly feeClockMode: 'restart' | 'resume';
  /** 逾期补正告知: without effect, or resetting the clock all the same (《条例》第三十条 is silent). */
  readonly lateCorrection: 'noReset' | 'reset';
  /** 补正、缴费重新起算时,此前的延期 is cleared or kept. */
  readonly extensionAfterReset: 'cleared' | 'kept';
  /** 停表首尾: the day of sending is the agency's and the day of receipt is not (`sentDayCounts`); or both count; or neither. */
  readonly consultationEdges: 'sentDayCounts' | 'bothCount' | 'neitherCounts';
  /** 第三方、共同制作机关逾期才答: the clock stands still to the 15th workday, or until the answer really came. */
  readonly lateOpinion: 'fifteenthWorkday' | 'receivedDay';
  /** 延期次数: once for each day the clock starts, or several times with 20 workdays together. */
  readonly extensions: 'once' | 'several';
  /** 补正期, in workdays, where the notice names none (《条例》第三十条“合理的补正期限”). */
  readonly correctionWorkdays: number;
  /** 其他机关的催办期, in workdays; silence has no effect in law (《条例》第三十三条第三款). */
  readonly agencyReminderWorkdays: number;
}

export const DEFAULT_SETTINGS: StatuteSettings = {
  feeClockMode: 'restart',
  lateCorrection: 'noReset',
  extensionAfterReset: 'cleared',
  consultationEdges: 'sentDayCounts',
  lateOpinion: 'fifteenthWorkday',
  extensions: 'once',
  correctionWorkdays: 10,
  agencyReminderWorkdays: 15,
};
