/** 严重程度: a word, a shape and a colour, so that no one of them is needed. */
import type { Severity } from '../../statute/issue.ts';

export const SEVERITY_TERMS: Readonly<Record<Severity, string>> = { error: '错误', warning: '警告', hint: '提示' };

export function SeverityBadge({ severity }: { readonly severity: Severity }): JSX.Element {
  return (
    <span class={['badge', severity]}>
      <svg viewBox="0 0 16 16" aria-hidden="true" fill="currentColor">
        {severity === 'error' ? <path d="M5 0h6l5 5v6l-5 5H5l-5-5V5z" /> : null}
        {severity === 'warning' ? <path d="M8 0l8 15H0z" /> : null}
        {severity === 'hint' ? <circle cx="8" cy="8" r="7" /> : null}
      </svg>
      <span safe>{SEVERITY_TERMS[severity]}</span>
    </span>
  );
}
