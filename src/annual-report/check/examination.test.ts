import { expect, it } from 'vitest';
import { notesOn } from './examination.ts';
import { SOUND, saying } from './sound-report.fixture.ts';

it('ANR-76 says that a letter of the text could not be told', () => {
  expect(notesOn(SOUND)).toEqual([]);
  expect(notesOn(saying('局长吴〓主持会议，〓〓街道参加。'))).toEqual([expect.stringContaining('有 3 个字没有认出')]);
});
