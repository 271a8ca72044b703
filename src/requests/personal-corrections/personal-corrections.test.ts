import { describe, expect, it } from 'vitest';
import { LETTER_DESK, REGISTER } from '../../../test/support/request-play.ts';
import { officerOf, sceneOn } from '../../../test/support/scene.ts';
import type { Actor } from '../../people/actor.ts';
import { PUBLIC } from '../../people/actor.ts';
import { deputyHand } from '../../people/hand.ts';
import { ROLES, type RoleName } from '../../people/role.ts';
import { type CivilDate, civil } from '../../statute/civil-date.ts';
import { HOLIDAY_NOTICES } from '../../statute/holiday-notices.ts';
import { isRefusal, type Refusal } from '../../statute/refusal.ts';
import { DEFAULT_SETTINGS } from '../../statute/settings.ts';
import { builtInCalendar, workCalendar } from '../../statute/work-calendar.ts';
import { correctionClock } from './clock.ts';
import type { CorrectionAct, RegisterCorrection } from './commands.ts';
import { decideCorrection, type OpenedCorrection, receivedOn } from './decide.ts';
import { CORRECTION_ACT_VERBS, CORRECTION_VERBS, permitCorrection, permitRegisterCorrection } from './permissions.ts';

const HANDLER = officerOf('county', 'handler');
const HEAD = officerOf('county', 'officeHead');
const SIGNATORY = officerOf('county', 'signatory');
const NUMBERS = { answer: '示政更正答〔2026〕1号', transfer: '示政更正转〔2026〕1号' };
const FOUND = { office: LETTER_DESK.office, numbers: NUMBERS, proofFiles: 0 };
const ASKED: RegisterCorrection = {
  verb: 'registerCorrection',
  agencyId: 'county',
  on: civil('2026-03-02'),
  channel: 'counter',
  applicantKind: 'natural',
  applicant: REGISTER.applicant,
  record: '农村低保审批表',
  wrong: '家庭人口登记为3人，应当是4人',
  proof: '户口簿复印件',
};

function tryRegister(change: Partial<RegisterCorrection> = {}, today = '2026-03-02'): OpenedCorrection | Refusal {
  const loaded = { ...FOUND, file: null, nextNumber: '示政更正申〔2026〕1号' };
  const decision = decideCorrection(loaded, { ...ASKED, ...change }, sceneOn(today, HANDLER, builtInCalendar));
  return isRefusal(decision) ? decision : decision.next;
}
const done = (result: OpenedCorrection | Refusal): OpenedCorrection => {
  if (isRefusal(result)) throw new Error(`${result.code}: ${result.says}`);
  return result;
};
const opened = done(tryRegister());
type Step = CorrectionAct extends infer A ? (A extends CorrectionAct ? Omit<A, 'correctionId' | 'on'> : never) : never;
function tryAct(file: OpenedCorrection, on: string, step: Step, actor: Actor = HANDLER, today = on) {
  const permission = permitCorrection(actor, step.verb, file);
  if (!permission.allowed) return permission.refusal;
  const command = { ...step, correctionId: file.correction.id, on: on as CivilDate } as CorrectionAct;
  const loaded = { ...FOUND, file };
  const decision = decideCorrection(loaded, command, sceneOn(today, actor, builtInCalendar));
  return isRefusal(decision) ? decision : decision.next;
}
const act = (...args: Parameters<typeof tryAct>) => done(tryAct(...args));
const CORRECTED = { verb: 'decideCorrection', outcome: 'corrected', why: '经核对户口簿属实，更正为4人' } as const;
const HANDED = { verb: 'serveCorrection', method: 'direct', receiver: 'self', evidence: '送达回证' } as const;
const POSTED = {
  verb: 'serveCorrection',
  method: 'post',
  carrier: 'ems',
  tracking: '1234567890123',
  evidence: '',
} as const;
const words = (file: OpenedCorrection) => JSON.stringify(file.issued);

describe('更正申请的登记', () => {
  it('REQ-120 what is asked is registered under a number of its own; identity is in no fact', () => {
    expect(opened.correction).toMatchObject({ number: '示政更正申〔2026〕1号', state: 'open', outcome: null });
    expect(JSON.stringify([opened.correction, opened.facts])).not.toMatch(/张小满|110101199001011237|13800000000/);
    for (const change of [{ record: ' ' }, { wrong: '' }, { channel: 'web' as never }, { applicantKind: 'x' as never }])
      expect(tryRegister(change)).toMatchObject({ code: 'REQ-120' });
    expect(tryRegister({ on: civil('2026-03-03') })).toMatchObject({ code: 'REQ-120' });
  });

  it('REQ-122 only of himself: without a proof of identity there is nothing to be put right', () => {
    expect(tryRegister({ applicant: { ...REGISTER.applicant, identity: '' } })).toMatchObject({ code: 'REQ-122' });
  });

  it('REQ-120 somebody who cannot be reached cannot be asked for proof, nor answered', () => {
    const unreachable = { ...REGISTER.applicant, phone: '', email: ' ', address: '' };
    expect(tryRegister({ applicant: unreachable })).toMatchObject({
      code: 'REQ-120',
      says: expect.stringContaining('联系方式'),
    });
  });

  it('REQ-124 what a gatekeeper took for him has not reached him', () => {
    const decided = act(opened, '2026-03-04', CORRECTED, HEAD);
    const left = act(decided, '2026-03-05', { ...HANDED, receiver: 'keptFor' });
    expect([receivedOn(left.facts), receivedOn(act(decided, '2026-03-05', HANDED).facts)]).toEqual([
      null,
      '2026-03-05',
    ]);
    expect(receivedOn(act(left, '2026-03-06', { verb: 'recordReplyReceived' }).facts)).toBe('2026-03-06');
  });

  it('REQ-120 the matrix: who may do what', () => {
    const may = (Object.keys(ROLES) as RoleName[]).flatMap((role) => {
      const actor = officerOf('county', role);
      const verbs = CORRECTION_ACT_VERBS.filter(
        (verb) =>
          permitCorrection(actor, verb, {
            ...opened,
            correction: { ...opened.correction, state: CORRECTION_VERBS[verb].from[0]! },
          }).allowed,
      );
      const all = [...(permitRegisterCorrection(actor, 'county').allowed ? ['registerCorrection'] : []), ...verbs];
      return all.length > 0 ? [[role, all.length, verbs.includes('decideCorrection')]] : [];
    });
    expect(may).toEqual([
      ['handler', 6, false],
      ['officeHead', 7, true],
      ['signatory', 1, true],
    ]);
    expect(permitCorrection(PUBLIC, 'decideCorrection', opened).allowed).toBe(false);
    expect(permitCorrection(officerOf('town', 'officeHead'), 'decideCorrection', opened).allowed).toBe(false);
  });

  it('REQ-120 nobody decides on what he registered himself', () => {
    const own = { ...opened, facts: [{ ...opened.facts[0]!, by: HEAD.id }] };
    expect(permitCorrection(HEAD, 'decideCorrection', own)).toMatchObject({ refusal: { code: 'REQ-120' } });
    expect(permitCorrection(SIGNATORY, 'decideCorrection', own)).toMatchObject({ allowed: true });
  });
});

describe('更正申请的期限', () => {
  it('REQ-121 twenty workdays from the day after, asking for proof does not stop it', () => {
    const clock = (file: OpenedCorrection, today: string) => correctionClock(file, civil(today), builtInCalendar);
    expect(clock(opened, '2026-03-02')).toMatchObject({ due: '2026-03-30', light: 'green', late: false });
    const asked = act(opened, '2026-03-09', { verb: 'askProof', what: '户口簿', until: civil('2026-03-20') });
    expect(clock(asked, '2026-03-27')).toMatchObject({ due: '2026-03-30', light: 'red', workdaysLeft: 1 });
    expect(clock(asked, '2026-03-31')).toMatchObject({ light: 'overdue', late: true });
    expect(clock(asked, '2026-03-31').steps.map(({ certainty }) => certainty)).toEqual(['依据', '推论', '推论']);
    const late = act(act(opened, '2026-03-30', CORRECTED, HEAD), '2026-03-31', HANDED);
    expect(clock(late, '2026-04-20')).toMatchObject({ light: 'done', late: true });
    const ten = workCalendar(HOLIDAY_NOTICES, { ...DEFAULT_SETTINGS, personalCorrectionWorkdays: 10 });
    expect(correctionClock(opened, civil('2026-03-02'), ten).due).toBe('2026-03-16');
    // Over the Spring Festival with its make-up days.
    const spring = done(tryRegister({ on: civil('2026-02-13') }, '2026-02-13'));
    expect(clock(spring, '2026-02-13').due).toBe('2026-03-19');
  });
});

describe('更正申请的决定', () => {
  it('REQ-122 nothing is put right without proof, and nobody is refused for want of it unasked', () => {
    const bare = done(tryRegister({ proof: '' }));
    const NO = { verb: 'decideCorrection', outcome: 'notCorrected', why: '没有证据' } as const;
    expect(tryAct(bare, '2026-03-04', CORRECTED, HEAD)).toMatchObject({ code: 'REQ-122' });
    expect(tryAct(bare, '2026-03-04', NO, HEAD)).toMatchObject({ code: 'REQ-122' });
    const asked = act(bare, '2026-03-04', { verb: 'askProof', what: '户口簿', until: civil('2026-03-20') });
    expect(words(asked)).toMatch(/补充证据告知书.*户口簿/);
    // The day named is still his.
    expect(tryAct(asked, '2026-03-20', NO, HEAD)).toMatchObject({
      code: 'REQ-122',
      says: expect.stringContaining('3月20日'),
    });
    expect(isRefusal(tryAct(asked, '2026-03-21', NO, HEAD))).toBe(false);
    const proven = act(asked, '2026-03-10', { verb: 'receiveProof', what: '户口簿原件，核对后退还' });
    expect(act(proven, '2026-03-11', CORRECTED, HEAD).correction.outcome).toBe('corrected');
    expect(tryAct(bare, '2026-03-04', { verb: 'askProof', what: '', until: civil('2026-03-20') })).toHaveProperty(
      'refused',
    );
    expect(tryAct(bare, '2026-03-04', { verb: 'askProof', what: '户口簿', until: civil('2026-03-04') })).toMatchObject({
      code: 'REQ-122',
    });
  });

  it('REQ-122 REQ-131 a file of proof proves as words do; a day that was named still is his', () => {
    const bare = done(tryRegister({ proof: '' }));
    const command = { ...CORRECTED, correctionId: bare.correction.id, on: civil('2026-03-04') };
    const decide = (file: OpenedCorrection, step: Partial<typeof command> & { outcome?: 'notCorrected' } = {}) =>
      decideCorrection(
        { ...FOUND, proofFiles: 1, file },
        { ...command, ...step } as CorrectionAct,
        sceneOn('2026-03-04', HEAD, builtInCalendar),
      );
    expect(tryAct(bare, '2026-03-04', CORRECTED, HEAD)).toMatchObject({ code: 'REQ-122' });
    expect(decide(bare)).toMatchObject({ next: { correction: { outcome: 'corrected' } } });
    const asked = act(bare, '2026-03-04', { verb: 'askProof', what: '户口簿', until: civil('2026-03-20') });
    expect(decide(asked, { outcome: 'notCorrected' } as never)).toMatchObject({ code: 'REQ-122' });
  });

  it('REQ-122 the day named is kept whatever proof was there before, until proof comes on it', () => {
    const NO = { verb: 'decideCorrection', outcome: 'notCorrected', why: '证据不足' } as const;
    const ask = { verb: 'askProof', what: '户口簿', until: civil('2026-03-20') } as const;
    // Proof came with the application, or earlier; more was asked for and a day named.
    const earlier = act(act(opened, '2026-03-04', ask), '2026-03-05', { verb: 'receiveProof', what: '复印件' });
    const again = act(earlier, '2026-03-06', { ...ask, until: civil('2026-03-25') });
    for (const [file, last, next] of [
      [act(opened, '2026-03-04', ask), '2026-03-20', '2026-03-21'],
      [again, '2026-03-25', '2026-03-26'],
    ] as const) {
      expect(tryAct(file, last, NO, HEAD)).toMatchObject({ code: 'REQ-122' });
      expect(act(file, next, NO, HEAD).correction.outcome).toBe('notCorrected');
      const come = act(file, '2026-03-07', { verb: 'receiveProof', what: '原件' });
      expect(act(come, '2026-03-08', NO, HEAD).correction.outcome).toBe('notCorrected');
    }
  });

  it('REQ-122 the day asked for is near, and nobody is asked twice while the first request waits', () => {
    const ask = { verb: 'askProof', what: '户口簿', until: civil('2026-03-20') } as const;
    // Sixty workdays from 2026-03-04: over 清明, 劳动节 and no further.
    expect(tryAct(opened, '2026-03-04', { ...ask, until: civil('2026-06-01') })).toHaveProperty('facts');
    for (const until of ['2026-06-02', '2099-12-20'])
      expect(tryAct(opened, '2026-03-04', { ...ask, until: civil(until) })).toMatchObject({
        code: 'REQ-122',
        says: expect.stringContaining('2026年6月1日'),
      });
    const asked = act(opened, '2026-03-04', ask);
    for (const on of ['2026-03-04', '2026-03-20'])
      expect(tryAct(asked, on, { ...ask, until: civil('2026-03-27') })).toMatchObject({
        code: 'REQ-122',
        says: expect.stringContaining('已经要求补充证据'),
      });
    const later = { ...ask, until: civil('2026-03-27') };
    expect(tryAct(asked, '2026-03-21', later)).toHaveProperty('facts');
    const come = act(asked, '2026-03-05', { verb: 'receiveProof', what: '复印件' });
    expect(tryAct(come, '2026-03-05', later)).toHaveProperty('facts');
  });

  it('REQ-123 the answer says what, why, by which article and what can be done about it; the name is filled in later', () => {
    const decided = act(opened, '2026-03-10', CORRECTED, HEAD);
    expect(decided.issued.map(({ kind, number }) => [kind, number])).toEqual([['answer', NUMBERS.answer]]);
    const letter = words(decided);
    for (const told of ['农村低保审批表', '应当是4人', '更正为4人', '第四十一条', '予以更正', '六十日内', '六个月内'])
      expect(letter).toContain(told);
    expect(letter).not.toContain('张小满');
    expect(decided.facts.at(-1)!.letters).toMatchObject([{ kind: 'answer', hash: expect.any(String) }]);
  });

  it('LET-11 an agency says it in its own words: the fields are filled, nothing in them is carried out', () => {
    const wordings = {
      answer: '关于{{记录}}：{{事实和理由}}\n依据{{法律依据}}，{{结论}}。\n{{有权机关}}\n{{救济途径}}',
    };
    const loaded = { ...FOUND, office: { ...LETTER_DESK.office, wordings }, file: opened };
    const command = {
      ...CORRECTED,
      why: '属实{{登记号}}',
      correctionId: opened.correction.id,
      on: civil('2026-03-04'),
    };
    const decision = decideCorrection(loaded, command, sceneOn('2026-03-04', HEAD, builtInCalendar));
    const { issued } = (decision as Exclude<typeof decision, Refusal>).next;
    const told = issued[0]!.paper.blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : []));
    expect(told[0]).toBe('关于农村低保审批表：属实{{登记号}}。');
    expect(told[1]).toContain('本机关予以更正');
  });

  it('REQ-123 sent on: to whom is asked for, and a letter goes there as well; whoever is only directed gets the answer', () => {
    const ON = { verb: 'decideCorrection', outcome: 'transferred', why: '户籍登记由公安机关负责' } as const;
    expect(tryAct(opened, '2026-03-10', ON, HEAD)).toMatchObject({ code: 'REQ-123' });
    const sent = act(opened, '2026-03-10', { ...ON, to: '示范县公安局，0000-7654321' }, HEAD);
    expect(sent.issued.map(({ kind, number }) => [kind, number])).toEqual([
      ['answer', NUMBERS.answer],
      ['transfer', NUMBERS.transfer],
    ]);
    expect(words(sent)).toMatch(/示范县公安局，0000-7654321：/);
    const directed = act(opened, '2026-03-10', { ...ON, outcome: 'directed', to: '示范县公安局' }, HEAD);
    expect(directed.issued.map(({ kind }) => kind)).toEqual(['answer']);
    expect(tryAct(opened, '2026-03-10', { ...CORRECTED, why: ' ' }, HEAD)).toMatchObject({ code: 'REQ-123' });
    expect(tryAct(opened, '2026-03-10', { ...CORRECTED, outcome: 'toString' as never }, HEAD)).toMatchObject({
      code: 'REQ-123',
    });
  });

  it('REQ-124 sent by hand or by the postal enterprise, archived once it is known when it was received', () => {
    const decided = act(opened, '2026-03-10', CORRECTED, HEAD);
    const online = { verb: 'serveCorrection', method: 'electronic', arrival: 'mailbox', evidence: '记录' } as const;
    expect(tryAct(decided, '2026-03-10', online)).toMatchObject({ code: 'REQ-124' });
    expect(tryAct(decided, '2026-03-10', { ...POSTED, carrier: 'courier' })).toMatchObject({ code: 'REQ-75' });
    const posted = act(decided, '2026-03-11', POSTED);
    expect(posted.correction).toMatchObject({ state: 'served', repliedOn: '2026-03-11' });
    expect(receivedOn(posted.facts)).toBeNull();
    expect(tryAct(posted, '2026-03-12', { verb: 'archiveCorrection' })).toMatchObject({ code: 'REQ-124' });
    const got = act(posted, '2026-03-13', { verb: 'recordReplyReceived' });
    expect(receivedOn(got.facts)).toBe('2026-03-13');
    expect(act(got, '2026-03-16', { verb: 'archiveCorrection' }).correction.state).toBe('archived');
    const handed = act(decided, '2026-03-11', HANDED);
    expect(tryAct(handed, '2026-03-12', { verb: 'recordReplyReceived' })).toMatchObject({ code: 'REQ-124' });
    expect(tryAct(handed, '2026-03-10', { verb: 'archiveCorrection' }, HANDLER, '2026-03-12')).toMatchObject({
      code: 'REQ-120',
    });
  });
});

describe('who may not decide', () => {
  const deputyOf = (id: string, principal: string): Actor => ({ ...HEAD, id: deputyHand(id, principal) }) as Actor;

  it('REQ-120 who registered it, neither as head himself nor standing in for the head, nor the head for whom it was registered', () => {
    for (const actor of [deputyOf(HANDLER.id, HEAD.id), { ...HEAD, id: HANDLER.id } as Actor])
      expect(tryAct(opened, '2026-03-03', CORRECTED, actor)).toMatchObject({ code: 'REQ-120' });
    const byDeputy = { ...opened, facts: [{ ...opened.facts[0]!, by: deputyHand('other', HEAD.id) }] } as typeof opened;
    expect(tryAct(byDeputy, '2026-03-03', CORRECTED, HEAD)).toMatchObject({ code: 'REQ-120' });
    expect(tryAct(opened, '2026-03-03', CORRECTED, deputyOf('other', HEAD.id))).toMatchObject({
      correction: { outcome: 'corrected' },
    });
  });

  it('REQ-120 nothing is received before there was such a request', () => {
    expect(tryRegister({ on: civil('1900-01-01') })).toMatchObject({ code: 'REQ-120' });
    expect(tryRegister({ on: civil('2019-05-14') })).toMatchObject({ code: 'REQ-120' });
  });
});
