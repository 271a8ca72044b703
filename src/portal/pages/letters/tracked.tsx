/** 查询来信: where it stands, the answer, and how satisfied the writer is; one that belongs to 依申请公开 is carried there with its text. */
import { LETTER_KINDS, LETTER_STATES, type LetterFile } from '../../../interaction/citizen-letters/citizen-letter.ts';
import { letterClock } from '../../../interaction/citizen-letters/clock.ts';
import { lastOfLetter } from '../../../interaction/citizen-letters/facts.ts';
import { LETTER_REFUSALS } from '../../../interaction/citizen-letters/refusals.ts';
import { type CivilDate, inProse, inProseWithWeekday } from '../../../statute/civil-date.ts';
import type { WorkCalendar } from '../../../statute/work-calendar.ts';
import { LONGEST } from '../../application-form.ts';
import type { AskedByCode } from '../../by-code.ts';
import { Choices } from '../../components/choices.tsx';
import { FactsTable } from '../../components/facts-table.tsx';
import { TextArea } from '../../components/field.tsx';
import { Page } from '../../components/page.tsx';
import { QueryPage } from '../../components/query-page.tsx';
import { TOKEN_FIELD } from '../../form-token.ts';
import type { Frame } from '../../frame.ts';
import { inAttribute } from '../../in-attribute.ts';

const CRUMBS = [{ name: '互动回应', path: '/letters' }, { name: '查询来信' }];

export function TrackLetterPage(asked: AskedByCode): string {
  return QueryPage({
    ...asked,
    ...{ title: '查询来信', crumbs: CRUMBS, receipt: '来信回执' },
    ...{ action: '/letters/track', verb: '查询来信' },
  });
}

export function TrackedLetterPage({
  frame,
  file,
  agency,
  token,
  told,
  today,
  calendar,
}: {
  readonly frame: Frame;
  readonly file: LetterFile;
  readonly agency: string;
  readonly token: string;
  readonly told: string | undefined;
  readonly today: CivilDate;
  readonly calendar: WorkCalendar;
}): string {
  const { letter, facts } = file;
  const refused = lastOfLetter(facts, 'refused');
  const answered = lastOfLetter(facts, 'answered');
  const rated = lastOfLetter(facts, 'rated');
  const waiting = letter.answeredOn === null;
  // A draft and its check are the agency's own matter until the answer is sent.
  const standing = waiting && letter.state !== 'received' ? '办理中' : LETTER_STATES[letter.state];
  return (
    <Page frame={frame} title="查询来信" crumbs={CRUMBS}>
      <div class="page-head">
        <h1 safe>{letter.title}</h1>
        <p class="lead">{standing}</p>
      </div>
      {told ? (
        <section class="notice" role="status">
          <p safe>{told}</p>
        </section>
      ) : null}
      <FactsTable
        facts={[
          { label: '查询号', value: letter.queryNumber },
          { label: '种类', value: LETTER_KINDS[letter.kind].term },
          { label: '收到之日', value: inProse(letter.receivedOn) },
          { label: '办理机关', value: agency },
          { label: '答复期限', value: waiting ? inProseWithWeekday(letterClock(file, today, calendar).due) : null },
          { label: '来信', value: letter.body, wide: true },
        ]}
      />
      {refused ? (
        <section class="notice warn">
          <h2 safe>{`不予受理：${LETTER_REFUSALS[refused.reason].term}`}</h2>
          <p safe>{refused.where}</p>
          {refused.reason === 'infoRequest' ? (
            <form method="post" action="/apply">
              <input
                type="hidden"
                name="wanted"
                value={inAttribute(`${letter.title}\n${letter.body}`.slice(0, LONGEST.wanted))}
              />
              <input type="hidden" name="agency" value={inAttribute(letter.agencyId)} />
              <input type="hidden" name="kind" value="natural" />
              <input type="hidden" name="acting" value="self" />
              <button type="submit" name="do" value="change.wanted">
                把这封信的内容带到申请表
              </button>
            </form>
          ) : null}
        </section>
      ) : null}
      {answered ? (
        <section class="notice good">
          <h2 safe>{`${inProse(answered.on)}答复`}</h2>
          {(lastOfLetter(facts, 'drafted')?.text ?? '').split('\n').map((line) => (
            <p safe>{line}</p>
          ))}
        </section>
      ) : null}
      {waiting || rated ? null : (
        <form method="post" action="/letters/rate">
          <h2>您对办理满意吗？</h2>
          <input type="hidden" name="letter" value={inAttribute(letter.id)} />
          <input type="hidden" name={TOKEN_FIELD} value={token} />
          <Choices name="score" legend="满意程度" value="" choices={SCORES} inRow />
          <TextArea id="says" label="想说的话（可以不写）" value="" max={500} />
          <div class="actions">
            <button type="submit">提交评价</button>
          </div>
        </form>
      )}
      {rated ? <p safe>{`您的评价：${SCORES.find(({ value }) => value === String(rated.score))!.label}`}</p> : null}
    </Page>
  ) as string;
}

const SCORES = [
  { value: '5', label: '非常满意' },
  { value: '4', label: '满意' },
  { value: '3', label: '基本满意' },
  { value: '2', label: '不满意' },
  { value: '1', label: '非常不满意' },
];
