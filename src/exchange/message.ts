/**
 * 消息 Message: what goes out by mail or SMS, and the room of channels. A notice (`people/notice.ts`) waits in the outbox; `store/tell.ts` shows it to
 * the officers it is for and queues a message where they want one; `store/send.ts` finds the address at the moment of sending, composes here and
 * hands over to a channel (`adapters/`). It is sent when the other side has said so, and what it said is kept.
 */

import type { Notice, NoticeKind, Recipient, Written } from '../people/notice.ts';

/** Who is no officer: told in the day only, and of nothing but that there is news. */
export type Outsider = Extract<Recipient, { readonly kind: 'applicant' | 'writer' }>;

/** What waits to be sent: references, no address. */
export interface MessageBody {
  readonly to: { readonly kind: 'officer'; readonly officerId: string; readonly by: 'mail' | 'sms' } | Outsider;
  readonly notice: string;
  readonly particulars: Notice['particulars'];
}

export interface Message {
  readonly title: string;
  readonly text: string;
}

/** How the installation speaks of itself in messages. */
export interface Sender {
  /** 网站名称. */
  readonly name: string;
  /** 门户 with no slash at its end: where everybody looks. */
  readonly url: string;
  /** The sentence of a kind, of every room together. */
  readonly noticeKind: (kind: string) => NoticeKind | undefined;
}

/** [MSG-3] A title of its kind, one sentence, and where to look: nothing else of an application leaves by an open line. */
export function mailOf({ to, notice, particulars }: MessageBody, { name, url, noticeKind }: Sender): Message {
  const { term, sentence } = toldBy(noticeKind(notice), particulars);
  const foot =
    to.kind !== 'officer'
      ? [`查询地址：${url}${trackPathOf(to)}`, '', name, '这封邮件由系统发出，请不要回复，也不要把查询码告诉别人。']
      : ['请登录工作台查看。', '', name, '这封邮件由系统发出，请不要回复。不想收到的，可以在工作台“我的账号”里取消。'];
  return { title: `${term}（${name}）`, text: [sentence, ...foot, ''].join('\n') };
}

export function smsOf({ to, notice, particulars }: MessageBody, { url, noticeKind }: Sender): Message {
  const { term, sentence } = toldBy(noticeKind(notice), particulars);
  return { title: term, text: to.kind !== 'officer' ? `${sentence}${url}${trackPathOf(to)}` : sentence };
}

const TRACKED: Readonly<Record<Written, string>> = {
  letter: '/letters/track',
  mistake: '/mistakes/track',
  opinion: '/consultations/track',
};

function trackPathOf(to: Outsider): string {
  if (to.kind === 'applicant') return '/track';
  return TRACKED[to.of];
}

function toldBy(kind: NoticeKind | undefined, particulars: Notice['particulars']) {
  if (!kind) throw new Error('no sentence for the notice');
  return { term: kind.term, sentence: kind.says(particulars) };
}

/** 夜间不发短信 [MSG-8]: a message that may ring waits for the morning. Beijing keeps one time all year. */
const MORNING = 8;
const EVENING = 21;

export function daytimeFrom(at: Date): Date {
  const hour = (at.getUTCHours() + 8) % 24;
  if (hour >= MORNING && hour < EVENING) return at;
  const morning = new Date(at);
  morning.setUTCHours(MORNING - 8, 0, 0, 0);
  // 08:00 in Beijing is midnight of UTC, so the next morning is the next UTC day unless it is midnight now.
  return morning < at ? new Date(morning.getTime() + 86_400_000) : morning;
}
