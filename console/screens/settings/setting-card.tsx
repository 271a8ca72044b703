/** One point the law leaves open: what is asked, its article, how the county answers it, and whether that is the default. */
import type { ReactNode } from 'react';
import type { SettingView } from '../../../src/desk/contract.ts';
import { answerInWords } from './answer-in-words.ts';

export interface SettingCardProps {
  readonly setting: SettingView;
  /** The button, or the form it opens. */
  readonly children: ReactNode;
}

export function SettingCard({ setting, children }: SettingCardProps) {
  const { term, basis, note, value, usual } = setting;
  return (
    <li className="card setting">
      <h2>{term}</h2>
      <p>{note}</p>
      <p className="basis">依据：{basis}</p>
      <dl>
        <dt>现在</dt>
        <dd>
          <strong>{answerInWords(setting, value)}</strong>
          <span className="setting-mark">{value === usual ? '默认' : '已改'}</span>
        </dd>
        {value !== usual && (
          <>
            <dt>默认</dt>
            <dd>{answerInWords(setting, usual)}</dd>
          </>
        )}
      </dl>
      {children}
    </li>
  );
}
