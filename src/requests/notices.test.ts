import { describe, expect, it } from 'vitest';
import * as play from '../../test/support/request-play.ts';
import { LEGAL, ONLINE, received, SECRECY, tryRegister } from '../../test/support/request-play.ts';
import { sceneOn } from '../../test/support/scene.ts';
import type { Actor } from '../people/actor.ts';
import { isRefusal } from '../statute/refusal.ts';
import { digestsOf } from './due-digest.ts';
import type { RequestFile } from './info-request.ts';
import { noticesOf, OFFICER_NOTICES, REQUEST_NOTICES } from './notices.ts';

/** What the last act of a file tells, as kind → receiver. */
function toldBy(file: RequestFile, actor: Actor, added = 1): string[] {
  const notices = noticesOf(file.request, file.facts, file.facts.slice(-added), sceneOn('2026-03-02', actor));
  return notices.map(({ kind, to }) => {
    if (to.kind === 'roles') return `${kind} → ${to.roles.join('、')}@${to.agencyId} 除${to.except.join('、') || '无'}`;
    return `${kind} → ${to.kind === 'officer' ? to.officerId : '申请人'}`;
  });
}

const drafted = () => play.act(received('2026-03-02'), '2026-03-03', 'draftReply', play.DRAFT);

describe('who is told', () => {
  it('MSG-2 an application on the web: its handlers, and the applicant that it was received', () => {
    const file = tryRegister({ channel: 'web' }, ONLINE);
    if (isRefusal(file)) throw new Error(file.says);
    expect(toldBy(file, ONLINE.as)).toEqual(['arrived → handler@county 除public', 'progress → 申请人']);
  });

  it('MSG-2 whoever registers it himself is not told by himself', () => {
    const file = received('2026-03-02');
    expect(toldBy(file, play.HANDLER)).toEqual(['arrived → handler@county 除officer-handler', 'progress → 申请人']);
  });

  it('MSG-2 a draft: legal check, then secrecy review, then the signatory, never whom four eyes bar', () => {
    const draft = drafted();
    expect(toldBy(draft, play.HANDLER)).toEqual(['legalAwaited → legal@county 除officer-handler']);
    const checked = play.act(draft, '2026-03-03', 'legalCheck', { why: '' }, { as: LEGAL });
    expect(toldBy(checked, LEGAL)).toEqual([
      'secrecyAwaited → secrecyReviewer@county 除officer-handler、officer-legal',
    ]);
    const passed = play.act(checked, '2026-03-03', 'secrecyCheck', { why: '' }, { as: SECRECY });
    expect(toldBy(passed, SECRECY)).toEqual([
      'signatureAwaited → signatory@county 除officer-handler、officer-secrecyReviewer',
    ]);
  });

  it('MSG-2 a draft that is sent back: its drafter, unless he did it himself', () => {
    const back = play.act(drafted(), '2026-03-03', 'returnDraft', { why: '依据不足' }, { as: LEGAL });
    expect(toldBy(back, LEGAL)).toEqual(['draftReturned → officer-handler']);
    expect(toldBy(back, play.HANDLER)).toEqual([]);
  });

  it('SEC-36 of what a deputy wrote: both are told, but not who sent it back', () => {
    const { reach } = play.HANDLER as Extract<Actor, { kind: 'officer' }>;
    const deputy = { ...play.HANDLER, id: 'deputy/principal', reach } as Actor;
    const draft = play.act(received('2026-03-02'), '2026-03-03', 'draftReply', play.DRAFT, { as: deputy });
    expect(toldBy(draft, deputy)).toEqual([
      'legalAwaited → legal@county 除deputy/principal、deputy',
      'deputyActed → principal',
    ]);
    const back = play.act(draft, '2026-03-03', 'returnDraft', { why: '依据不足' }, { as: LEGAL });
    expect(toldBy(back, LEGAL)).toEqual(['draftReturned → deputy', 'draftReturned → principal']);
    expect(toldBy(back, { ...deputy, id: 'principal' } as Actor)).toEqual(['draftReturned → deputy']);
  });

  it('SEC-37 whoever is stood in for hears of each act in his name once; nobody of what he does himself', () => {
    const { reach } = play.HANDLER as Extract<Actor, { kind: 'officer' }>;
    const deputy = { ...play.HANDLER, id: 'deputy/principal', reach } as Actor;
    const noted = play.act(received('2026-03-02'), '2026-03-03', 'addNote', { text: '已电话核实' }, { as: deputy });
    expect(toldBy(noted, deputy)).toEqual(['deputyActed → principal']);
    expect(toldBy(received('2026-03-02'), play.HANDLER).join()).not.toContain('deputyActed');
  });

  it('MSG-2 a correction that came in: the handlers; one that is asked for, an extension, a fee, a reply: the applicant', () => {
    const asked = play.act(received('2026-03-02'), '2026-03-03', 'askCorrection', { what: '请写明文号', workdays: 15 });
    expect(toldBy(asked, play.HANDLER)).toEqual(['progress → 申请人']);
    const corrected = play.act(asked, '2026-03-04', 'receiveCorrection', { what: '文号是1号', why: '' });
    expect(toldBy(corrected, play.HANDLER)).toEqual(['corrected → handler@county 除officer-handler']);
    const served = play.act(play.signed(received('2026-03-02'), '2026-03-03'), '2026-03-03', 'serve', {
      method: 'direct',
      receiver: 'self',
      evidence: '送达回证',
    });
    expect(toldBy(served, play.HANDLER)).toEqual(['progress → 申请人']);
  });

  it('MSG-2 a letter that came back: the handlers, with what to do', () => {
    const posted = play.act(play.signed(received('2026-03-02'), '2026-03-03'), '2026-03-03', 'serve', {
      ...{ method: 'post', carrier: 'ems', tracking: '1234567890123', evidence: '' },
    } as never);
    const paper = posted.facts.at(-1)!.n;
    const back = play.act(posted, '2026-03-09', 'recordReturn', { paper, reason: 'moved', note: '' });
    expect(toldBy(back, play.SIGNATORY)).toEqual(['mailReturned → handler@county 除officer-signatory']);
    expect(REQUEST_NOTICES.mailReturned.says({ number: '1号' })).toMatch(/没有送达.*换一种方式再送/);
  });

  it('MSG-2 a task: the liaison of the asked agency, with the task it opens; its answer: the handlers', () => {
    const sent = play.act(received('2026-03-02'), '2026-03-02', 'sendTask', {
      ...{ to: 'finance', what: '检索预算批复' },
      dueOn: '2026-03-06' as never,
    });
    expect(toldBy(sent, play.HANDLER)).toEqual(['taskSent → liaison@finance 除officer-handler']);
    const [notice] = noticesOf(sent.request, sent.facts, sent.facts.slice(-1), sceneOn('2026-03-02', play.HANDLER));
    expect(notice!.subject).toBe(`${sent.request.id}/${sent.facts.length}`);
  });

  it('MSG-3 no notice holds what was asked, who asked, or a code', () => {
    const file = tryRegister({ channel: 'web' }, ONLINE);
    if (isRefusal(file)) throw new Error(file.says);
    const notices = noticesOf(file.request, file.facts, file.facts, sceneOn('2026-03-02', ONLINE.as));
    const told =
      JSON.stringify(notices) +
      notices.map(({ kind, particulars }) => REQUEST_NOTICES[kind as keyof typeof REQUEST_NOTICES].says(particulars));
    for (const secret of [file.request.wanted, '张小满', '138000', file.request.queryNumber, file.codeDigest])
      expect(told).not.toContain(secret);
    expect(REQUEST_NOTICES.progress.says({ number: '1号' })).toBe('您的申请（1号）有新进展，请凭查询号和查询码查看。');
  });

  it('offers an officer every kind but that of the applicant', () =>
    expect(OFFICER_NOTICES).toHaveLength(Object.keys(REQUEST_NOTICES).length - 1));
});

describe('the digest of due days', () => {
  const held = (officerId: string, role: 'handler' | 'officeHead' | 'liaison', ...reach: string[]) => ({
    ...{ officerId, role, reach },
    agencyId: 'county',
  });
  const counts = [
    { agencyId: 'county', overdue: 1, red: 2, yellow: 3 },
    { agencyId: 'finance', overdue: 0, red: 1, yellow: 0 },
  ];

  it('MSG-9 is one for an officer, whatever his roles and agencies; the head hears of what is overdue alone', () => {
    const digests = digestsOf(
      counts,
      [
        held('both', 'handler', 'county', 'finance'),
        held('both', 'officeHead', 'county'),
        held('head', 'officeHead', 'county'),
        held('finance', 'handler', 'finance'),
        held('headOfFinance', 'officeHead', 'finance'),
      ],
      '2026-03-02' as never,
    );
    expect(digests.map(({ id, notice }) => [id, notice.particulars])).toEqual([
      ['due:2026-03-02:both', { overdue: 1, red: 3, yellow: 3 }],
      ['due:2026-03-02:head', { overdue: 1 }],
      ['due:2026-03-02:finance', { red: 1 }],
    ]);
    expect(REQUEST_NOTICES.due.says({ overdue: 1, red: 0, yellow: 2 })).toBe(
      '已经超期1件，5个工作日以内到期2件，请打开待办逐件办理。',
    );
  });

  it('MSG-14 tells a liaison of the tasks others wait for, beside what he has himself, day after day', () => {
    const tasks = [...counts, { agencyId: 'finance', tasksLate: 700, tasksSoon: 1 }];
    const holders = [
      held('asked', 'liaison', 'finance'),
      held('two', 'liaison', 'finance'),
      held('two', 'handler', 'finance'),
    ];
    const on = (day: string) => digestsOf(tasks, holders, day as never);
    expect(on('2026-03-02').map(({ notice }) => notice.particulars)).toEqual([
      { tasksLate: 700, tasksSoon: 1 },
      { red: 1, tasksLate: 700, tasksSoon: 1 },
    ]);
    expect(on('2026-03-03').map(({ id }) => id)).toEqual(['due:2026-03-03:asked', 'due:2026-03-03:two']);
    expect(REQUEST_NOTICES.due.says({ tasksLate: 700, tasksSoon: 1 })).toBe(
      '协办逾期700件，协办2个工作日以内到期1件，请打开待办逐件办理。',
    );
  });
});
