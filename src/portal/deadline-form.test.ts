import { describe, expect, it } from 'vitest';
import { civil } from '../statute/civil-date.ts';
import { historyOf, readDeadlineForm } from './deadline-form.ts';

const today = civil('2026-03-05');

describe('the deadline form', () => {
  it('becomes the history the command line reads', () => {
    const form = readDeadlineForm({
      channel: 'registered-post',
      submitted: '2026-03-02',
      'type.0': 'third-party-asked',
      'on.0': '2026-03-09',
      'receivedOn.0': '2026-03-11',
      'type.1': 'extended',
      'on.1': '2026-04-10',
      'workdays.1': '10',
    });
    expect(historyOf(form, today)).toEqual({
      receipt: { channel: 'registered-post', signedFor: '2026-03-02' },
      events: [
        { type: 'third-party-asked', on: '2026-03-09', receivedOn: '2026-03-11' },
        { type: 'extended', on: '2026-04-10', workdays: 10 },
      ],
      today: '2026-04-10',
    });
  });

  it('adds and takes away rows, and leaves out a row whose day is open', () => {
    const query = { submitted: '2026-03-02', 'type.0': 'replied', 'on.0': '2026-03-09', add: 'served', do: 'add' };
    const added = readDeadlineForm(query);
    expect(added.rows.map(({ type }) => type)).toEqual(['replied', 'served']);
    expect(historyOf(added, today)).toMatchObject({ events: [{ type: 'replied' }] });
    expect(readDeadlineForm({ ...query, do: 'remove.0' }).rows).toEqual([]);
  });

  it('reads nothing it does not know', () => {
    const form = readDeadlineForm({
      channel: 'pigeon',
      'type.0': 'toString',
      'on.0': '2026-03-09',
      submitted: ['a', 'b'],
    });
    expect(form).toMatchObject({ channel: 'web', rows: [], asked: false });
  });
});
