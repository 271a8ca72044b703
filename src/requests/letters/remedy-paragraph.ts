/**
 * 救济途径告知 [LET-4, LET-5]: outcome × agency × way of service. Whoever is refused under Articles 14 to 16 is told to ask for reconsideration
 * first (《行政复议法》第二十三条第一款第（四）项、第二款); the old “either within sixty days or within six months” would mislead him.
 */
import { outcomeOf } from '../outcomes.ts';
import type { RemedyPath } from '../remedy-paths.ts';
import { partNumber, type ReplyPart } from '../reply-parts.ts';
import type { LetterOffice } from './letter.ts';
import { courtOf, reviewBodyOf } from './review-body.ts';

/** An part of a reply, numbered as the letter numbers it. */
type AnsweredPart = Pick<ReplyPart, 'outcome'>;

/** @param online the reply goes to the applicant over the internet, and with it the channel for reconsideration */
export function remedyParagraph(parts: readonly AnsweredPart[], office: LetterOffice, online: boolean): string {
  const words = sentenceFor(parts, office);
  if (words === '') return '';
  const channel = office.particulars.onlineReview;
  return online && channel ? `${words}行政复议申请可以通过互联网渠道在线提交：${channel} 。` : words;
}

function sentenceFor(parts: readonly AnsweredPart[], office: LetterOffice): string {
  const paths = parts.map(({ outcome }) => outcomeOf(outcome).remedy);
  const told = paths.filter((path) => path !== 'none');
  if (told.length === 0) return '';
  if (told.every((path) => path === 'reconsiderFirst')) return reconsiderFirst('本答复', office);
  if (!told.some((path) => path === 'reconsiderFirst' || path === 'mixed'))
    return `如不服本答复，${eitherParagraph(office)}`;
  return `${reconsiderFirst(withheldPart(paths), office).slice(0, -1)}；对其余内容不服的，${eitherParagraph(office)}`;
}

/** 不予公开的那几项; the whole reply where it has one part. */
function withheldPart(paths: readonly RemedyPath[]): string {
  if (paths.length === 1) return '本答复中不予公开的内容';
  const numbers = paths.flatMap((path, i) => (path === 'reconsiderFirst' || path === 'mixed' ? [partNumber(i)] : []));
  return `本答复第${numbers.join('')}项中不予公开的内容`;
}

function reconsiderFirst(what: string, office: LetterOffice): string {
  return `如不服${what}，应当自收到本答复书之日起六十日内先向${reviewBodyOf(office)}申请行政复议；对行政复议决定不服的，可以自收到行政复议决定书之日起十五日内向${courtOf(office)}提起行政诉讼。`;
}

/** 可以复议，也可以诉讼. */
export function eitherParagraph(office: LetterOffice): string {
  return `可以自收到本答复书之日起六十日内向${reviewBodyOf(office)}申请行政复议，或者自收到本答复书之日起六个月内向${courtOf(office)}提起行政诉讼。`;
}

/** 第三方 who thinks that disclosure infringes his rights (《条例》第三十二条、法释〔2025〕8号第一条). */
export function thirdPartyParagraph(office: LetterOffice): string {
  return `如认为公开上述信息侵犯你（单位）合法权益，可以自收到本告知书之日起六十日内向${reviewBodyOf(office)}申请行政复议，或者自收到本告知书之日起六个月内向${courtOf(office)}提起行政诉讼。`;
}
