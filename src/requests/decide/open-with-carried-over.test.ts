import { expect, it } from 'vitest';
import { HANDLER, LETTER_DESK, REGISTER } from '../../../test/support/request-play.ts';
import { civil } from '../../statute/civil-date.ts';
import { builtInCalendar } from '../../statute/work-calendar.ts';
import { decide } from './decide.ts';

const open = (number: string, on = '2025-12-22') =>
  decide(
    { ...LETTER_DESK, file: null, nextNumber: '', queryNumber: '2026000001' },
    { ...REGISTER, verb: 'openWithCarriedOver', number, on: civil(on) },
    {
      actor: HANDLER,
      at: new Date('2026-01-04T01:00:00Z'),
      today: civil('2026-01-04'),
      calendar: builtInCalendar,
      newId: () => 'request-1',
    },
  );

it('REQ-33 an application from before the product keeps its number and its day of receipt', () =>
  expect(open(' 〔2025〕17号 ')).toMatchObject({
    next: { request: { number: '〔2025〕17号', receivedOn: '2025-12-22', state: 'inProcess' } },
    entry: { verb: 'carriedOver' },
  }));

it('REQ-33 without its number it is refused', () => expect(open(' ')).toMatchObject({ code: 'REQ-33' }));
