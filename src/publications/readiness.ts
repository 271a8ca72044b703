/**
 * 发布前核对 readiness: what stands between a draft and its publication. Errors stop it, warnings are to be answered for. The same
 * list is shown beside the form and decides the verb.
 */
import type { Scene } from '../perform.ts';
import type { WordFinder } from '../review/county-words.ts';
import { art } from '../statute/articles.ts';
import { type CivilDate, inProse, inProseWithWeekday } from '../statute/civil-date.ts';
import type { Issue } from '../statute/issue.ts';
import { type Refusal, refuse } from '../statute/refusal.ts';
import type { WorkCalendar } from '../statute/work-calendar.ts';
import { addWorkdays } from '../statute/workdays.ts';
import { accessibilityIssues } from './accessibility.ts';
import { holdsRelease } from './attached-file.ts';
import { plainText } from './body.ts';
import { sectionOf } from './columns.ts';
import { findingsOf } from './content-checks.ts';
import type { Document } from './document.ts';
import { kindOf } from './document-kinds.ts';
import { checkDocumentNumber } from './document-number.ts';
import type { Edition } from './edition.ts';
import { PARTICULAR_TERMS, type Particulars } from './particulars.ts';

/** 主动公开的期限: 20 workdays from the day the information came to be or changed. */
export const PUBLISH_WITHIN_WORKDAYS = 20;

/** 解读材料应于文件公开后3个工作日内发布 (国办发〔2016〕80号). */
export const INTERPRET_WITHIN_WORKDAYS = 3;

/** @param words finds those in force for its agency */
export function readiness(
  document: Document,
  edition: Edition,
  { today, calendar }: Pick<Scene, 'today' | 'calendar'>,
  words: WordFinder,
): Issue[] {
  return [...metadataErrors(document, edition, today, calendar), ...findingsOf(document, edition, words)];
}

/** One refusal of all errors, with what to do about each; undefined when there are none. */
export function refuseErrors(issues: readonly Issue[]): Refusal | undefined {
  const errors = issues.filter(({ severity }) => severity === 'error');
  const [first] = errors;
  return first && refuse(first.code, first.basis, errors.map(({ says, advice }) => says + advice).join('\n'));
}

/** [REV-25] 请核对 of people's data and of hidden things: let out only once somebody has said that they may stay. */
function refuseUndecided(issues: readonly Issue[]): Refusal | undefined {
  const open = issues.filter(({ code, severity }) => severity === 'warning' && holdsRelease(code));
  const [first] = open;
  if (!first) return undefined;
  const told = open.slice(0, 3).map(({ says }) => says.replace(/。$/, ''));
  return refuse(
    'REV-25',
    first.basis,
    `系统检查还有 ${open.length} 处请核对的没有处理：${told.join('；')}${open.length > 3 ? '等' : ''}。请退回修改；确可公开的，由没有写这一稿的人在系统检查里逐处判定并写明理由。`,
  );
}

/** Why the text may not go out as it is; undefined when nothing is left to be done. */
export function refuseUnfit(issues: readonly Issue[]): Refusal | undefined {
  return refuseErrors(issues) ?? refuseUndecided(issues);
}

/** What the form lacks, before the words are looked at. */
export function metadataErrors(
  document: Document,
  edition: Edition,
  today: CivilDate,
  calendar: WorkCalendar,
): Issue[] {
  return [
    ...missingMetadata(document, edition.particulars),
    ...wrongNumber(edition.particulars),
    ...wrongDates(edition.particulars, today),
    ...notForThePublic(edition.particulars),
    ...withoutPlace(document),
    ...withoutSubject(document),
    ...withoutText(edition),
    ...accessibilityIssues(edition.bodyHtml),
    ...late(document, edition.particulars, today, calendar),
    ...endless(document, edition.particulars),
    ...toBeInterpreted(document, today, calendar),
  ];
}

const error = (code: string, where: string, says: string, basis: string, advice: string): Issue => ({
  code,
  severity: 'error',
  where,
  says,
  basis,
  advice,
});

const isEmpty = (value: unknown) => value === null || value === '' || (Array.isArray(value) && value.length === 0);

/** [PUB-5] 目录应当包括索引、名称、内容概述、生成日期等. */
function missingMetadata(document: Document, particulars: Particulars): Issue[] {
  const kind = kindOf(document.kind);
  const needed: readonly (keyof Particulars)[] = ['title', 'issuer', 'writtenOn', ...kind.requires];
  return needed
    .filter((field) => isEmpty(particulars[field]))
    .map((field) =>
      error(
        'PUB-5',
        field,
        `${kind.term}没有填写“${PARTICULAR_TERMS[field]}”。`,
        art(12),
        `补上“${PARTICULAR_TERMS[field]}”再发布，目录要靠它检索。`,
      ),
    );
}

function wrongNumber({ docNo }: Particulars): Issue[] {
  const issue = docNo ? checkDocumentNumber(docNo) : undefined;
  return issue ? [issue] : [];
}

/** [PUB-6] A document cannot be public before it was written, nor end before it begins. */
function wrongDates({ writtenOn, effectiveOn, expiresOn }: Particulars, today: CivilDate): Issue[] {
  const issues: Issue[] = [];
  if (writtenOn > today) {
    const says = `成文日期 ${inProse(writtenOn)} 晚于今天，发布日期由系统写入，不能早于成文日期。`;
    issues.push(error('PUB-6', 'writtenOn', says, art(26), '核对成文日期；确未成文的，等成文后再发布。'));
  }
  if (effectiveOn && expiresOn && expiresOn < effectiveOn) {
    const says = `有效期至 ${inProse(expiresOn)}，早于施行日期 ${inProse(effectiveOn)}。`;
    issues.push(error('PUB-6', 'expiresOn', says, art(20, { item: 1 }), '核对两个日期的年份。'));
  }
  return issues;
}

/** [PUB-15] 公开属性. */
function notForThePublic({ openMode }: Particulars): Issue[] {
  if (openMode === 'proactive') return [];
  const says = '这份文件的公开属性不是“主动公开”，不能上网。';
  return [error('PUB-15', 'openMode', says, art(13), '确应公开的，先按程序把公开属性改为“主动公开”。')];
}

/** [PUB-17] A special column is one more door, not a place. */
function withoutPlace({ columns }: Document): Issue[] {
  if (columns.some((key) => sectionOf(key) !== 'special')) return [];
  const says = '没有选择主栏目（政务动态、概况信息或信息公开目录）。';
  return [error('PUB-17', 'columns', says, art(12), '至少选一个主栏目；专栏只是另一个入口。')];
}

/** [PUB-18] 解读与文件双向关联. */
function withoutSubject({ kind, relations }: Document): Issue[] {
  if (!kindOf(kind).interprets || relations.some((r) => r.kind === 'interprets')) return [];
  const says = '解读没有关联所解读的文件。';
  return [error('PUB-18', 'relations', says, '国办发〔2016〕80号', '选择所解读的文件，两边的页面会互相链接。')];
}

function withoutText({ bodyHtml }: Edition): Issue[] {
  if (plainText(bodyHtml) !== '' || bodyHtml.includes('<img')) return [];
  return [error('PUB-5', 'bodyHtml', '没有正文。', art(24), '粘贴或上传正文。')];
}

/** [PUB-7] 《条例》第二十六条:自该政府信息形成或者变更之日起20个工作日内及时公开. */
function late(document: Document, { writtenOn }: Particulars, today: CivilDate, calendar: WorkCalendar): Issue[] {
  if (document.publishedOn !== null) return [];
  const due = addWorkdays(writtenOn, PUBLISH_WITHIN_WORKDAYS, calendar);
  if (today <= due) return [];
  return [
    {
      code: 'PUB-7',
      severity: 'warning',
      where: 'writtenOn',
      says: `自 ${inProse(writtenOn)} 成文起第20个工作日是 ${inProseWithWeekday(due)}，已经超过。`,
      basis: art(26),
      advice: '尽快发布；超期原因记入台账，发布日期不能倒填。',
    },
  ];
}

function endless(document: Document, { expiresOn }: Particulars): Issue[] {
  if (kindOf(document.kind).counted !== 'normativeDocuments' || expiresOn !== null) return [];
  return [
    {
      code: 'PUB-10',
      severity: 'warning',
      where: 'expiresOn',
      says: '规范性文件没有写有效期。',
      basis: '国办发〔2018〕37号',
      advice: '本省规定了有效期的（常见5年，暂行、试行2年），填写有效期最后一日；没有规定的可以不填。',
    },
  ];
}

function toBeInterpreted(document: Document, today: CivilDate, calendar: WorkCalendar): Issue[] {
  if (!kindOf(document.kind).wantsInterpretation || document.publishedOn !== null) return [];
  const due = addWorkdays(today, INTERPRET_WITHIN_WORKDAYS, calendar);
  return [
    {
      code: 'PUB-18',
      severity: 'hint',
      where: 'relations',
      says: `今天发布的，解读最迟 ${inProseWithWeekday(due)} 发布并关联。`,
      basis: '国办发〔2016〕80号',
      advice: '最好与文件同时发布。',
    },
  ];
}
