import { expect, it } from 'vitest';
import { forms } from './forms.ts';

it('PRT-128 what a button says may wrap, at its punctuation: a screen of 320 pixels is not wider for it', () => {
  const [button = ''] = /^button, \.button \{[^}]*\}/m.exec(forms) ?? [];
  expect(button).toContain('word-break: keep-all');
  expect(button).not.toContain('nowrap');
});
