import { describe, expect, it } from 'vitest';
import { act, HEAD, LEGAL, received, SIGNATORY, tryAct } from '../../../test/support/request-play.ts';
import { PUBLIC } from '../../people/actor.ts';
import { civil } from '../../statute/civil-date.ts';
import { builtInCalendar } from '../../statute/work-calendar.ts';
import { dueOf } from '../deadlines.ts';
import { trackedView } from '../track.ts';

const file = received('2026-03-02');
const DAY = '2026-03-05';

describe('what is kept beside the steps', () => {
  it('REQ-90 a note says something, and moves nothing', () => {
    expect(tryAct(file, DAY, 'addNote', { text: ' ' })).toMatchObject({ code: 'REQ-90' });
    for (const as of [HEAD, LEGAL, SIGNATORY])
      expect(tryAct(file, DAY, 'addNote', { text: '好' }, { as })).toHaveProperty('facts');
    const noted = act(file, DAY, 'addNote', { text: '与王五核对过' });
    expect(noted.request).toEqual(file.request);
    expect(tryAct(file, DAY, 'addNote', { text: '我' }, { as: PUBLIC })).toMatchObject({ code: 'NOT_YOUR_FILE' });
    expect(JSON.stringify(trackedView(noted, civil(DAY), builtInCalendar))).not.toContain('王五');
  });

  it('REQ-91 an attempt to reach the applicant is kept with its result and moves no day', () => {
    const call = { way: 'phone', reached: false, result: '无人接听' } as const;
    expect(tryAct(file, DAY, 'recordContact', { ...call, result: '' })).toMatchObject({ code: 'REQ-91' });
    expect(tryAct(file, DAY, 'recordContact', { ...call, way: 'toString' as never })).toMatchObject({ code: 'REQ-91' });
    const kept = act(file, DAY, 'recordContact', call);
    expect(dueOf(kept, civil(DAY), builtInCalendar)).toBe(dueOf(file, civil(DAY), builtInCalendar));
  });

  it('REQ-92 a renewed code takes the place of the old, and no number of a document is kept', () => {
    const renewed = { newDigest: 'new', document: '居民身份证原件' };
    expect(tryAct(file, DAY, 'renewCode', { ...renewed, document: '' })).toMatchObject({ code: 'REQ-92' });
    expect(tryAct(file, DAY, 'renewCode', { ...renewed, document: '110101199001011234' })).toMatchObject({
      code: 'REQ-92',
    });
    for (const document of ['居民身份证１１０１０１１９９００１', '证件 1101 01 1990', '110-101-1990'])
      expect([document, tryAct(file, DAY, 'renewCode', { ...renewed, document })]).toMatchObject([
        document,
        { code: 'REQ-92' },
      ]);
    expect(act(file, DAY, 'renewCode', renewed).codeDigest).toBe('new');
    expect(tryAct(file, DAY, 'renewCode', renewed, { as: PUBLIC })).toMatchObject({ code: 'NOT_YOUR_FILE' });
    expect(tryAct(file, DAY, 'renewCode', renewed, { as: SIGNATORY })).toMatchObject({ code: 'NOT_YOUR_ROLE' });
  });
});
