import { describe, expect, it } from 'vitest';
import type { OutcomeView, RequestFileView, Vocabulary } from '../../../../src/desk/contract.ts';
import { ACT_FORMS } from './act-fields.ts';
import { actOf, dayTerm, lacking, openingValues, type Values } from './act-of.ts';
import { withJudgement, withOneMore, withoutPart, withPartUp } from './draft-parts.ts';
import { endOf } from './triage-path.ts';

const file = {
  today: '2026-03-10',
  consultations: [
    { n: 3, whom: 'agency', term: '其他机关', name: '示例县财政局', on: '2026-03-03' },
    { n: 4, whom: 'third-party', term: '第三方', name: '云岭建设有限公司', on: '2026-03-05' },
  ],
  papers: [{ n: 2, term: '补正告知书', on: '2026-03-04' }],
  draft: { outcome: 'notHeld', grounds: { searchRecord: '查了三处。' }, text: '经检索……' },
} as unknown as RequestFileView;
const words = {
  serviceMethods: [{ name: 'post', term: '邮寄', day: '交邮日', evidence: '邮政收寄凭证号' }],
} as unknown as Vocabulary;
const stage = { file, words };
const notHeld: OutcomeView = {
  name: 'notHeld',
  term: '政府信息不存在',
  basis: '',
  group: '无法提供',
  remedy: '',
  grounds: [{ name: 'searchRecord', term: '检索记录', hint: '写明检索的范围', input: 'text', basis: '' }],
  records: [],
};
const offered = { outcomes: [notHeld], triage: [] };

describe('from the form of a verb to the act', () => {
  it('opens with today, the defaults and the first of each choice', () => {
    expect(openingValues('extend', stage)).toEqual({
      on: '2026-03-10',
      consentedOn: '2026-03-10',
      workdays: '20',
      why: '',
    });
    expect(openingValues('recordThirdPartyAnswer', stage)).toMatchObject({ consultation: '4', opinion: 'agrees' });
    expect(openingValues('delay', stage).to).toBe('');
  });

  it('offers the consultations a verb is about', () => {
    const offered = (verb: 'recordAgencyAnswer' | 'withdrawConsultation') =>
      ACT_FORMS[verb].fields[0]?.choices?.(stage).map(({ term }) => term);
    expect(offered('recordAgencyAnswer')).toEqual(['其他机关：示例县财政局（2026-03-03发出）']);
    expect(offered('withdrawConsultation')).toHaveLength(2);
  });

  it('opens the draft as it was last written', () => {
    expect(openingValues('draftReply', stage)).toEqual({
      on: '2026-03-10',
      parts: '1',
      main: '',
      why: '',
      what: '',
      outcome: 'notHeld',
      text: '经检索……',
      judged: '',
      deviation: '',
      'ground:searchRecord': '查了三处。',
    });
  });

  it('TRI-6 sends what was judged, and asks why the outcome is another', () => {
    const lead = { question: null, outcome: null, exempts: null, first: null };
    const question = { term: '', means: '', example: '', basis: '' };
    const triage = [
      {
        ...question,
        name: 'process',
        yes: { ...lead, question: 'separable', exempts: 'processInformation' },
        no: lead,
      },
      { ...question, name: 'separable', yes: { ...lead, outcome: 'partlyGranted' }, no: lead },
    ];
    const path = [
      { question: 'process', yes: true },
      { question: 'separable', yes: false },
    ];
    expect(endOf(triage, path).outcome).toBe('processInformation');
    expect(endOf(triage, [{ question: 'gone', yes: true }])).toEqual({ first: null, outcome: null });
    const judged = withJudgement(openingValues('draftReply', stage), 0, 'processInformation', path);
    const asks = (values: Values) => lacking('draftReply', values, { outcomes: [notHeld], triage }).deviation;
    expect(asks(judged)).toBeUndefined();
    const another = { ...judged, outcome: 'notHeld' };
    expect(asks(another)).toBe('请写明不按研判结果的理由。');
    expect(actOf('draftReply', { ...another, deviation: '不是会议记录' }, [notHeld])).toMatchObject({
      outcome: 'notHeld',
      judgement: { answers: path, why: '不是会议记录' },
    });
  });

  it('REQ-69 sends several parts as they stand, the main outcome by the rule unless another is chosen', () => {
    const opened = openingValues('draftReply', stage);
    const two = { ...withOneMore(opened), what: '合同', 'part1:what': '批复', 'part1:outcome': 'notHeld' };
    expect(lacking('draftReply', two, offered)).toEqual({
      'part1:ground:searchRecord': '请填写检索记录：写明检索的范围。',
    });
    const parts = [
      { what: '合同', outcome: 'notHeld', grounds: { searchRecord: '查了三处。' } },
      { what: '批复', outcome: 'notHeld', grounds: { searchRecord: '查了两处。' } },
    ];
    const written = { ...two, 'part1:ground:searchRecord': '查了两处。' };
    const sends = { verb: 'draftReply', on: '2026-03-10', outcome: '', grounds: {}, text: '经检索……', why: '' };
    expect(actOf('draftReply', written, [notHeld])).toEqual({ ...sends, parts });
    expect(actOf('draftReply', withPartUp(written, 1), [notHeld])).toEqual({ ...sends, parts: [...parts].reverse() });
    expect(actOf('draftReply', withoutPart(written, 0), [notHeld])).toMatchObject({
      outcome: 'notHeld',
      grounds: { searchRecord: '查了两处。' },
    });
    const kept = parts.map((part) => ({ ...part, judgement: null }));
    const draft = { outcome: 'notHeld', grounds: {}, judgement: null, text: '经检索……', parts: kept, mainSays: '' };
    const again = openingValues('draftReply', { ...stage, file: { ...file, draft } });
    expect(actOf('draftReply', again, [notHeld])).toEqual({ ...sends, outcome: 'notHeld', parts });
  });

  it('sends numbers as numbers and nothing that is not asked', () => {
    const values = { ...openingValues('recordReceived', stage), on: '2026-03-09', stray: 'x' };
    expect(actOf('recordReceived', values, [])).toEqual({
      verb: 'recordReceived',
      on: '2026-03-09',
      paper: 2,
      receiver: 'self',
    });
    const asked = { ...openingValues('askCorrection', stage), what: '请写明年份' };
    expect(actOf('askCorrection', asked, [])).toEqual({
      verb: 'askCorrection',
      on: '2026-03-10',
      what: '请写明年份',
      workdays: 10,
    });
  });

  it('sends the grounds of the chosen outcome only', () => {
    const values = { ...openingValues('draftReply', stage), 'ground:reason': '旧的理由' };
    expect(actOf('draftReply', values, [notHeld])).toEqual({
      verb: 'draftReply',
      on: '2026-03-10',
      outcome: 'notHeld',
      grounds: { searchRecord: '查了三处。' },
      text: '经检索……',
    });
  });

  it('names what is missing beside its field, and lets optional fields be', () => {
    const values = { ...openingValues('receiveCorrection', stage), on: '' };
    expect(lacking('receiveCorrection', values, { outcomes: [], triage: [] })).toEqual({
      on: '请选择日期。',
      what: '请填写补正后的申请内容。',
    });
    expect(lacking('draftReply', { on: '2026-03-10', outcome: 'notHeld', text: ' ' }, offered)).toEqual({
      text: '请写答复书正文。',
      'ground:searchRecord': '请填写检索记录：写明检索的范围。',
    });
  });

  it('calls the day of service by its way', () => {
    expect(dayTerm('serve', { method: 'post' }, stage)).toBe('交邮日');
    expect(dayTerm('sign', {}, stage)).toBe(ACT_FORMS.sign.day);
  });
});
