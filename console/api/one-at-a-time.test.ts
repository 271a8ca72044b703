import { expect, it, vi } from 'vitest';
import { oneAtATime } from './one-at-a-time.ts';

it('a second click waits for the answer to the first, and what comes after it is done anew', async () => {
  const once = oneAtATime<number>();
  let answer = (_: number) => {};
  const start = vi.fn(
    () =>
      new Promise<number>((resolve) => {
        answer = resolve;
      }),
  );
  const [first, second] = [once(start), once(start)];
  answer(7);
  expect(await Promise.all([first, second])).toEqual([7, 7]);
  expect(start).toHaveBeenCalledTimes(1);
  const third = once(start);
  answer(8);
  expect(await third).toBe(8);
  expect(start).toHaveBeenCalledTimes(2);
});

it('what was refused may be tried again', async () => {
  const once = oneAtATime<string>();
  await expect(once(() => Promise.reject(new Error('refused')))).rejects.toThrow('refused');
  expect(await once(async () => 'done')).toBe('done');
});
