/** `error`: the figures or facts contradict each other; `warning`: very likely wrong, explain; `hint`: worth a question. */
export type Severity = 'error' | 'warning' | 'hint';

/**
 * 问题 Issue: the one shape of form errors, checks before publication, findings in a report and nightly findings.
 * `where` is a JSON Pointer, a form field or a quoted sentence; `says` what is wrong, `basis` why, `advice` what to do.
 */
export interface Issue {
  readonly code: string;
  readonly severity: Severity;
  readonly where: string;
  readonly says: string;
  readonly basis: string;
  readonly advice: string;
}
