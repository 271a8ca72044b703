/** A day as it is sent: one that exists, “2026-02-24”. What the rules think of it is theirs. */
import { Type } from 'typebox';
import Format from 'typebox/format';
import { parseCivilDate } from '../statute/civil-date.ts';

export const CIVIL_DAY = 'civil-day';

Format.Set(CIVIL_DAY, (text) => parseCivilDate(text) !== undefined);

export const Day = Type.String({ format: CIVIL_DAY, maxLength: 10 });
