import { describe, expect, it } from 'vitest';
import {
  act,
  HEAD,
  LEGAL,
  ONLINE,
  received,
  SECRECY,
  SIGNATORY,
  signed,
  tryAct,
} from '../../../test/support/request-play.ts';
import { civil } from '../../statute/civil-date.ts';
import { builtInCalendar } from '../../statute/work-calendar.ts';
import { noticesOf } from '../notices.ts';
import { particularsOf } from '../particulars.ts';
import { trackedView } from '../track.ts';

const HANDED = { method: 'direct', receiver: 'self', evidence: '送达回证' } as const;
const WHY = { why: '全镇农户都要用' };
const served = act(signed(received('2026-03-02'), '2026-03-20'), '2026-03-20', 'serve', HANDED);
const refusedDraft = { outcome: 'internalAffairs', grounds: { reason: '内部流程' }, text: '不予公开。' } as const;
const refused = act(signed(received('2026-03-02'), '2026-03-20', refusedDraft), '2026-03-20', 'serve', HANDED);
const suggested = act(served, '2026-03-23', 'suggestProactive', WHY, ONLINE);
const seenBy = (file: typeof served) => trackedView(file, civil('2026-03-24'), builtInCalendar).proactive;
const YES = { adopt: true, why: '涉及公众利益', documentId: 'd1' } as const;

describe('suggestProactive', () => {
  it('REQ-110 the applicant and whoever reads the file suggest it, of what was given and of nothing else', () => {
    expect(suggested.facts.at(-1)).toMatchObject({ type: 'proactiveSuggested', why: '全镇农户都要用', by: 'public' });
    for (const as of [HEAD, LEGAL, SECRECY, SIGNATORY])
      expect(tryAct(served, '2026-03-23', 'suggestProactive', WHY, { as })).not.toHaveProperty('refused');
    for (const file of [refused, received('2026-03-02'), signed(received('2026-03-02'), '2026-03-20')])
      expect(tryAct(file, '2026-03-23', 'suggestProactive', WHY, { as: HEAD })).toHaveProperty('refused');
    expect(tryAct(refused, '2026-03-23', 'suggestProactive', WHY, ONLINE)).toMatchObject({ code: 'REQ-110' });
    expect(tryAct(served, '2026-03-23', 'suggestProactive', { why: ' ' }, ONLINE)).toMatchObject({ code: 'REQ-110' });
  });

  it('REQ-110 part of a split reply that was given is enough', () => {
    const parts = [
      { what: '一', outcome: 'notHeld', grounds: { searchRecord: '查档案室' } },
      { what: '二', outcome: 'notHeld', grounds: { searchRecord: '查档案室' } },
      { what: '三', outcome: 'granted', grounds: { provision: '复印件' } },
    ] as const;
    const draft = { outcome: 'notHeld', grounds: {}, text: '分项答复。', parts };
    const split = act(signed(received('2026-03-02'), '2026-03-20', draft), '2026-03-20', 'serve', HANDED);
    expect(split.request.outcome).toBe('notHeld');
    expect(tryAct(split, '2026-03-23', 'suggestProactive', WHY, ONLINE)).not.toHaveProperty('refused');
  });

  it('REQ-110 not twice while one is open, and not again by an applicant who was answered', () => {
    expect(tryAct(suggested, '2026-03-24', 'suggestProactive', WHY, { as: HEAD })).toMatchObject({ code: 'REQ-110' });
    const declined = act(suggested, '2026-03-24', 'decideProactive', { adopt: false, why: '只涉及一户' });
    expect(tryAct(declined, '2026-03-25', 'suggestProactive', WHY, ONLINE)).toMatchObject({ code: 'REQ-110' });
    expect(tryAct(declined, '2026-03-25', 'suggestProactive', WHY, { as: HEAD })).not.toHaveProperty('refused');
  });

  it('REQ-110 who suggested sees what became of it; of what officers suggest he sees nothing', () => {
    expect(seenBy(received('2026-03-02'))).toBeNull();
    expect(seenBy(refused)).toBeNull();
    expect(seenBy(served)).toBe('may-suggest');
    expect(seenBy(suggested)).toBe('suggested');
    expect(seenBy(act(suggested, '2026-03-24', 'decideProactive', YES))).toBe('adopted');
    const declined = act(suggested, '2026-03-24', 'decideProactive', { adopt: false, why: '只涉及一户' });
    expect(seenBy(declined)).toBe('declined');
    const inside = act(served, '2026-03-23', 'suggestProactive', WHY, { as: LEGAL });
    expect(seenBy(inside)).toBeNull();
    expect(seenBy(act(inside, '2026-03-24', 'decideProactive', YES))).toBeNull();
    const view = trackedView(suggested, civil('2026-03-24'), builtInCalendar);
    expect(JSON.stringify(view)).not.toContain('农户');
    expect(view.milestones.map(({ term }) => term)).not.toContain('建议转为主动公开');
  });

  it('REQ-110 those who decide are told, whoever suggested is told of the decision', () => {
    const told = (file: typeof served, as: typeof HEAD) =>
      noticesOf(file.request, file.facts, file.facts.slice(-1), { actor: as }).map(({ kind, to }) => [kind, to.kind]);
    expect(told(suggested, ONLINE.as)).toEqual([['proactiveSuggested', 'roles']]);
    expect(told(act(suggested, '2026-03-24', 'decideProactive', YES), HEAD)).toEqual([['progress', 'applicant']]);
    const inside = act(served, '2026-03-23', 'suggestProactive', WHY, { as: LEGAL });
    expect(told(act(inside, '2026-03-24', 'decideProactive', YES), HEAD)).toEqual([]);
  });
});

describe('decideProactive', () => {
  it('REQ-111 yes or no, with the reason and whose it is, asked for or not', () => {
    const adopted = act(served, '2026-03-24', 'decideProactive', YES, { as: HEAD });
    expect(adopted.facts.at(-1)).toMatchObject({ documentId: 'd1', why: '涉及公众利益', by: HEAD.id, unread: 0 });
    const declined = act(suggested, '2026-03-24', 'decideProactive', { adopt: false, why: '只涉及一户' });
    expect(declined.facts.at(-1)).toMatchObject({ documentId: null });
    expect(particularsOf(declined.facts.at(-1)!, declined.facts).map(({ text }) => text)).toEqual([
      '不转为主动公开',
      '只涉及一户',
    ]);
    for (const adopt of [true, false])
      expect(tryAct(served, '2026-03-24', 'decideProactive', { ...YES, adopt, why: '' })).toMatchObject({
        code: 'REQ-111',
      });
  });

  it('REQ-111 there is no yes without a draft, no draft kept by a no, and no second yes', () => {
    expect(tryAct(served, '2026-03-24', 'decideProactive', { adopt: true, why: '涉及公众利益' })).toMatchObject({
      code: 'REQ-111',
    });
    const no = act(served, '2026-03-24', 'decideProactive', { ...YES, adopt: false });
    expect(no.facts.at(-1)).toMatchObject({ documentId: null });
    const adopted = act(served, '2026-03-24', 'decideProactive', YES);
    expect(tryAct(adopted, '2026-03-25', 'decideProactive', YES)).toMatchObject({ code: 'REQ-110' });
    expect(tryAct(adopted, '2026-03-25', 'suggestProactive', WHY)).toMatchObject({ code: 'REQ-110' });
  });

  it('REQ-111 an archived file may still be turned; a refusal has nothing to turn; neither applicant nor checker decides', () => {
    const archived = act(served, '2026-03-24', 'archive', {});
    expect(tryAct(archived, '2026-03-25', 'decideProactive', YES)).not.toHaveProperty('refused');
    expect(tryAct(refused, '2026-03-25', 'decideProactive', YES)).toMatchObject({ code: 'REQ-110' });
    for (const who of [ONLINE, { as: LEGAL }, { as: SIGNATORY }])
      expect(tryAct(served, '2026-03-25', 'decideProactive', YES, who)).toHaveProperty('refused');
  });
});
