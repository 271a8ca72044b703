import { describe, expect, it } from 'vitest';
import { noticeKind } from '../desk/exchange/notice-kinds.ts';
import { withoutAddresses } from './channel.ts';
import { daytimeFrom, mailOf, smsOf } from './message.ts';

const SENDER = { name: '示范县人民政府', url: 'https://xxgk.example.gov.cn', noticeKind };
const TO_APPLICANT = {
  to: { kind: 'applicant', requestId: 'r1' },
  notice: 'progress',
  particulars: { number: '示政公开申〔2026〕1号' },
} as const;

describe('messages', () => {
  it('MSG-3 an applicant reads that there is news and where, in mail and SMS alike', () => {
    const { title, text } = mailOf(TO_APPLICANT, SENDER);
    expect(title).toBe('申请有新进展（示范县人民政府）');
    expect(text.split('\n').slice(0, 2)).toEqual([
      '您的申请（示政公开申〔2026〕1号）有新进展，请凭查询号和查询码查看。',
      '查询地址：https://xxgk.example.gov.cn/track',
    ]);
    expect(smsOf(TO_APPLICANT, SENDER).text).toBe(
      '您的申请（示政公开申〔2026〕1号）有新进展，请凭查询号和查询码查看。https://xxgk.example.gov.cn/track',
    );
  });

  it('an officer reads his sentence and how to have no more of them', () => {
    const to = { kind: 'officer', officerId: 'o1', by: 'mail' } as const;
    const { text } = mailOf({ to, notice: 'due', particulars: { red: 2 } }, SENDER);
    expect(text).toMatch(/^2个工作日以内到期2件/);
    expect(text).toContain('我的账号');
    expect(text).not.toContain('查询码');
  });

  it.each([
    ['2026-03-02T07:59:00+08:00', '2026-03-02T08:00:00+08:00'],
    ['2026-03-02T08:00:00+08:00', '2026-03-02T08:00:00+08:00'],
    ['2026-03-02T20:59:00+08:00', '2026-03-02T20:59:00+08:00'],
    ['2026-03-02T21:00:00+08:00', '2026-03-03T08:00:00+08:00'],
    ['2026-12-31T23:30:00+08:00', '2027-01-01T08:00:00+08:00'],
    ['2026-03-03T00:10:00+08:00', '2026-03-03T08:00:00+08:00'],
  ])('MSG-8 what would ring at %s goes at %s', (at, goes) => {
    expect(daytimeFrom(new Date(at))).toEqual(new Date(goes));
  });

  it('MSG-4 what another system says keeps no address and no number', () => {
    expect(withoutAddresses('550 5.1.1 <zhang.x@mail.example.cn>: Recipient\n rejected (13800000000)')).toBe(
      '550 5.1.1 <…>: Recipient rejected (…)',
    );
    expect(withoutAddresses('字'.repeat(500))).toHaveLength(200);
  });
});
