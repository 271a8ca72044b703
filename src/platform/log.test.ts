import { describe, expect, it } from 'vitest';
import { openLog } from './log.ts';

function logged(error: unknown): string {
  let line = '';
  openLog('warn', (written) => {
    line = written;
  }).warn({ err: error }, 'lost');
  return line;
}

describe('the log', () => {
  it('says what an error is and where it arose, and nothing that hangs on it', () => {
    const error = Object.assign(new Error('terminating connection'), {
      code: '57P01',
      detail: 'Key (name)=(尤大有) already exists.',
      client: { secretKey: 30_495_381, password: 'not for the log' },
    });
    const line = logged(error);
    expect(JSON.parse(line)).toMatchObject({ msg: 'lost', err: { code: '57P01', message: 'terminating connection' } });
    expect(line).toContain('log.test.ts');
    for (const secret of ['尤大有', '30495381', 'not for the log']) expect(line).not.toContain(secret);
  });

  it('takes whatever was thrown', () => {
    expect(JSON.parse(logged('gone'))).toMatchObject({ err: { message: 'gone' } });
  });
});
