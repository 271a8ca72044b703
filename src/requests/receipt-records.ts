/**
 * 收件记录 [RCV-5] (《条例》第二十九条第一款、第三十一条): what proves the day of receipt, by channel. Whoever registers writes it down at once,
 * because nobody remembers it when the day is disputed.
 */
import type { ChannelName } from '../statute/receipt.ts';

interface ReceiptRecord {
  readonly term: string;
  readonly hint: string;
  readonly of: ChannelName;
}

export const RECEIPT_RECORDS = {
  trackingNumber: {
    term: '邮件号',
    hint: '信封上的挂号、特快专递号；看不清的写“看不清”',
    of: 'registered-post',
  },
  signedBy: { term: '签收人', hint: '本机关谁签收的；收发室、门卫签收也是本机关签收', of: 'registered-post' },
  signature: {
    term: '申请人核对和签名',
    hint: '代填以后读给申请人听或者请其看过，写明怎样确认：签名、捺手印，或者由谁见证；签名页作为附件上传',
    of: 'oral',
  },
  announcement: { term: '公告依据', hint: '公开指南或者公告里怎样说明这个渠道的', of: 'other' },
  course: { term: '转来的经过', hint: '谁在哪一天怎样收到、哪一天转到政府信息公开工作机构', of: 'unannounced' },
} as const satisfies Record<string, ReceiptRecord>;

export type ReceiptRecordName = keyof typeof RECEIPT_RECORDS;
export type ReceiptRecords = Readonly<Partial<Record<ReceiptRecordName, string>>>;

export const RECEIPT_RECORD_NAMES = Object.keys(RECEIPT_RECORDS) as ReceiptRecordName[];

export function recordsAsked(channel: ChannelName): ReceiptRecordName[] {
  return RECEIPT_RECORD_NAMES.filter((name) => RECEIPT_RECORDS[name].of === channel);
}
