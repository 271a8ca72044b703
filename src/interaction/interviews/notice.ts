/** 预告 [INT-35]: what it says of theme, guest and time before it goes to be read, and that whoever acts on it saw it as it stands. */
import type { CivilDate } from '../../statute/civil-date.ts';
import { type Refusal, refuse } from '../../statute/refusal.ts';
import { type InterviewFile, type InterviewNotice, LONGEST } from './interview.ts';
import { INTERVIEW_BASIS } from './permissions.ts';
import { lacks, personalIn } from './speak.ts';

export function trimmed(notice: InterviewNotice): InterviewNotice {
  const { title, guest, guestPost, intro, plannedOn, plannedAt, picture = '', pictureWords = '' } = notice;
  return {
    ...{ title: title.trim(), guest: guest.trim(), guestPost: guestPost.trim() },
    ...{ intro: intro.replace(/\r\n?/g, '\n').trim(), plannedOn, plannedAt },
    ...{ picture, pictureWords: picture === '' ? '' : pictureWords.trim() },
  };
}

const FIELDS = { title: '主题', guest: '嘉宾', guestPost: '嘉宾的职务', intro: '访谈简介' } as const;

export function refuseNotice(notice: InterviewNotice, today: CivilDate): Refusal | undefined {
  for (const [field, term] of Object.entries(FIELDS) as [keyof typeof FIELDS, string][]) {
    if (notice[field] === '') return lacks(`没有写${term}。`);
    if (notice[field].length > LONGEST[field]) return lacks(`${term}最多 ${LONGEST[field]} 个字，请删减。`);
    const seen = personalIn(notice[field]);
    if (seen) return seen;
  }
  const wrong = refusePicture(notice);
  if (wrong) return wrong;
  if (!/^(?:[01]\d|2[0-3]):[0-5]\d$/.test(notice.plannedAt)) return lacks('开始的时间不对，请写成 09:30 这样。');
  // A notice tells of what is to come; what was held elsewhere before is recorded by its count.
  if (notice.plannedOn < today)
    return refuse('INT-35', INTERVIEW_BASIS, '开始的日期已经过去，请改成以后的日期。以前举行的，在期初数里登记。');
  return undefined;
}

/** [INT-48] 《无障碍环境建设法》第三十二条: a picture is there for those who do not see it as well. */
function refusePicture({ picture = '', pictureWords = '' }: InterviewNotice): Refusal | undefined {
  if (picture === '') return undefined;
  if (pictureWords === '')
    return refuse(
      'INT-48',
      INTERVIEW_BASIS,
      '请写明图片上是什么，例如“嘉宾某某的照片”：看不见图片的人听到的就是这句话。',
    );
  if (pictureWords.length > LONGEST.pictureWords) return lacks(`图片说明最多 ${LONGEST.pictureWords} 个字，请删减。`);
  return personalIn(pictureWords);
}

/** 以所见为准 [SEC-8]. @param seen number of the fact with the notice that was on the screen */
export function noticeSeen({ facts }: InterviewFile, seen: number): Refusal | undefined {
  const last = facts.findLast(({ type }) => type === 'drafted' || type === 'revised');
  if (last?.n === seen) return undefined;
  return refuse('STALE', INTERVIEW_BASIS, '你打开以后，预告已经由别人修改。请看过再定。');
}

/** Number of the notice as it stands. */
export function noticeNumber({ facts }: InterviewFile): number {
  return facts.findLast(({ type }) => type === 'drafted' || type === 'revised')?.n ?? 0;
}
