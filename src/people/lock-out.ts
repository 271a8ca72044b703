/**
 * 登录失败锁定 [SEC-1]: five wrong passwords in a row lock the account for a quarter of an hour, whoever tries. The count
 * starts again after a right password or after the lock has run out.
 */
export const FAILURES_ALLOWED = 5;
export const LOCK_MINUTES = 15;

export interface SignInRecord {
  readonly failures: number;
  readonly lockedUntil: Date | null;
}

export function isLocked(record: SignInRecord, at: Date): boolean {
  return record.lockedUntil !== null && at < record.lockedUntil;
}

/** The record after a wrong password at the given moment. */
export function afterFailure(record: SignInRecord, at: Date): SignInRecord {
  const lockRanOut = record.lockedUntil !== null && at >= record.lockedUntil;
  const failures = (lockRanOut ? 0 : record.failures) + 1;
  const lockedUntil = failures >= FAILURES_ALLOWED ? new Date(at.getTime() + LOCK_MINUTES * 60_000) : null;
  return { failures, lockedUntil };
}

export const AFTER_SUCCESS: SignInRecord = { failures: 0, lockedUntil: null };
