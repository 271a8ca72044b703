/** 一次征集调查: the draft with its explanation while it is open, and afterwards what became of it. */
import { ADOPTION_NAMES, ADOPTIONS, type AdoptionCounts } from '../../../interaction/consultations/adoption.ts';
import {
  CONSULTATION_FORMS,
  isOpen,
  type PublicConsultation,
  standing,
} from '../../../interaction/consultations/consultation.ts';
import { type ConsultationFact, publicNotes } from '../../../interaction/consultations/facts.ts';
import { PERIOD_RULES } from '../../../interaction/consultations/period.ts';
import type { QuestionResult } from '../../../interaction/consultations/tally.ts';
import type { PublicOpinion } from '../../../interaction/store/consultation-lists.ts';
import { type CivilDate, inProse, inProseWithWeekday } from '../../../statute/civil-date.ts';
import { FactsTable } from '../../components/facts-table.tsx';
import { Page } from '../../components/page.tsx';
import type { Frame } from '../../frame.ts';
import { SurveyResult } from './survey-result.tsx';

/** What is shown once the result is published; nothing of it before. */
export interface ReleasedResult {
  readonly received: number;
  readonly adoptions: AdoptionCounts;
  readonly opinions: readonly PublicOpinion[];
  readonly questions: readonly QuestionResult[];
}

export interface ShownConsultation {
  readonly consultation: PublicConsultation;
  readonly agency: string;
  readonly facts: readonly ConsultationFact[];
  readonly result: ReleasedResult | null;
  readonly today: CivilDate;
}

export function ConsultationPage({ frame, shown }: { readonly frame: Frame; readonly shown: ShownConsultation }) {
  const { consultation, agency, facts, result, today } = shown;
  const { id, text, opensOn, closesOn, outcome, releasedOn } = consultation;
  const open = isOpen(consultation, today);
  const isSurvey = text.form === 'survey';
  return (
    <Page
      frame={frame}
      title={text.title}
      canonical={`/consultations/${id}`}
      crumbs={[
        { name: '互动回应', path: '/letters' },
        { name: '征集调查', path: '/consultations' },
        { name: CONSULTATION_FORMS[text.form].term },
      ]}
    >
      <div class="page-head">
        <h1 safe>{text.title}</h1>
        <p class="lead" safe>
          {standing(consultation, today)}
        </p>
        {open ? (
          <p class="actions">
            <a class="button" href={`/consultations/${id}/send`}>
              {isSurvey ? '填写问卷' : '提意见'}
            </a>
          </p>
        ) : null}
      </div>
      <FactsTable
        facts={[
          { label: '征集单位', value: agency },
          { label: '开始', value: inProse(opensOn!) },
          { label: '截止', value: `${inProseWithWeekday(closesOn!)} 24:00` },
          { label: '期限', value: `${text.days} 日（${PERIOD_RULES[text.matter].term}）` },
          { label: '缩短期限的说明', value: text.whyShorter, wide: true },
          { label: '其他方式', value: text.otherWays, wide: true },
        ]}
      />
      {publicNotes(facts).map((note) => (
        <section class="notice warn">
          <h2 safe>{`${inProse(note.on)}${note.type === 'stopped' ? '停止征集' : `延长 ${note.days} 日`}`}</h2>
          <p safe>{note.why}</p>
        </section>
      ))}
      {result ? (
        <section>
          <h2 safe>{`结果（${inProse(releasedOn!)}公布）`}</h2>
          <Text text={outcome} />
          {isSurvey ? (
            <SurveyResult received={result.received} questions={result.questions} />
          ) : (
            <Adoptions result={result} />
          )}
        </section>
      ) : null}
      <h2>{isSurvey ? '调查说明' : '起草说明'}</h2>
      <Text text={text.explanation} />
      {isSurvey ? null : (
        <>
          <h2>征求意见稿</h2>
          <Text text={text.draft} />
        </>
      )}
      {open ? null : result || consultation.state === 'stopped' ? null : (
        <p class="soft">征集已经结束，正在整理。采纳情况和结果会在这一页公布。</p>
      )}
    </Page>
  ) as string;
}

function Text({ text }: { readonly text: string }): JSX.Element {
  return (
    <div>
      {text
        .split('\n')
        .filter((line) => line.trim() !== '')
        .map((line) => (
          <p safe>{line}</p>
        ))}
    </div>
  );
}

function Adoptions({ result: { received, adoptions, opinions } }: { readonly result: ReleasedResult }): JSX.Element {
  return (
    <>
      <section class="scroll" aria-label="采纳情况的数字" tabindex="0">
        <table>
          <caption safe>{`共收到意见 ${received} 条`}</caption>
          <thead>
            <tr>
              <th scope="col">处理</th>
              <th scope="col" class="right">
                条数
              </th>
            </tr>
          </thead>
          <tbody>
            {ADOPTION_NAMES.map((name) => (
              <tr>
                <th scope="row">{ADOPTIONS[name].term}</th>
                <td class="right">{adoptions[name]}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {opinions.length > 0 ? (
        <section class="scroll" aria-label="主要意见和采纳情况" tabindex="0">
          <table>
            <caption>主要意见和采纳情况</caption>
            <thead>
              <tr>
                <th scope="col">意见摘要</th>
                <th scope="col" class="right">
                  条数
                </th>
                <th scope="col">处理</th>
                <th scope="col">答复和理由</th>
              </tr>
            </thead>
            <tbody>
              {opinions.map(({ gist, adoption, reply, n }) => (
                <tr>
                  <td safe>{gist}</td>
                  <td class="right">{n}</td>
                  <td>{ADOPTIONS[adoption].term}</td>
                  <td safe>{reply}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      ) : null}
    </>
  );
}
