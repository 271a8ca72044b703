import { expect, it } from 'vitest';
import { hashPassword, passwordFits } from './passwords.ts';

it('SEC-5 fits its own password alone; what is stored and is no hash fits none and is no fault', async () => {
  const stored = await hashPassword('correct horse');
  expect(await passwordFits('correct horse', stored)).toBe(true);
  expect(await passwordFits('correct horses', stored)).toBe(false);
  for (const broken of ['', 'none', stored.slice(0, 40), '$argon2id$v=19$m=19456,t=2,p=1$$', undefined])
    expect(await passwordFits('none', broken)).toBe(false);
});
