import { expect, it } from 'vitest';
import { isTaskVerb, stepsOf } from './task-steps.ts';

it('offers beside a task what its state allows, and nothing once it is over', () => {
  expect(stepsOf('asked')).toEqual(['remindTask', 'withdrawTask']);
  expect(stepsOf('asking')).toEqual(['acceptTask', 'returnTask', 'withdrawTask']);
  expect(stepsOf(null)).toEqual([]);
});

it('knows the verbs of tasks from those of the file', () => {
  for (const verb of ['sendTask', 'remindTask', 'acceptTask'] as const) expect(isTaskVerb(verb)).toBe(true);
  for (const verb of ['sign', null] as const) expect(isTaskVerb(verb)).toBe(false);
});
