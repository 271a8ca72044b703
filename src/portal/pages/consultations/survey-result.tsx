/** 问卷的结果: for each question a table with its bars in it, so that figures and picture are read together. */
import type { QuestionResult } from '../../../interaction/consultations/tally.ts';
import { inAttribute } from '../../in-attribute.ts';

export function SurveyResult({
  received,
  questions,
}: {
  readonly received: number;
  readonly questions: readonly QuestionResult[];
}): JSX.Element {
  return (
    <>
      <p safe>
        {`共收到 ${received} 份。问卷不要求登录，同一浏览器只收一份；换浏览器或者清除记录后可以再答，所以结果反映答卷的人，不代表全体居民。`}
      </p>
      {questions.map(({ says, kind, answered, tables, average }, at) => (
        <section>
          <h3 safe>{`${at + 1}. ${says}`}</h3>
          <p class="soft" safe>
            {[`${answered} 人回答`, average === null ? '' : `平均 ${average.toFixed(2)} 分`, note(kind)]
              .filter((text) => text !== '')
              .join('，')}
          </p>
          {tables.map(({ row, lines }) => (
            <Shares caption={row === '' ? says : row} hidden={row === ''} answered={answered} lines={lines} />
          ))}
        </section>
      ))}
    </>
  );
}

function note(kind: QuestionResult['kind']): string {
  if (kind === 'multiple') return '可以多选，比例相加超过 100%';
  if (kind === 'file') return '交来的文件不公开';
  return kind === 'text' ? '填写的文字不逐条公开' : '';
}

function Shares({
  caption,
  hidden,
  answered,
  lines,
}: {
  readonly caption: string;
  readonly hidden: boolean;
  readonly answered: number;
  readonly lines: QuestionResult['tables'][number]['lines'];
}): JSX.Element {
  return (
    <section class="scroll" aria-label={inAttribute(caption)} tabindex="0">
      <table class="shares">
        {hidden ? null : <caption safe>{caption}</caption>}
        <thead>
          <tr>
            <th scope="col">选项</th>
            <th scope="col" class="right">
              人数
            </th>
            <th scope="col" class="right">
              比例
            </th>
            <td />
          </tr>
        </thead>
        <tbody>
          {lines.map(({ option, n }) => {
            const share = answered === 0 ? 0 : (100 * n) / answered;
            return (
              <tr>
                <th scope="row" safe>
                  {option}
                </th>
                <td class="right">{n}</td>
                <td class="right" safe>{`${share.toFixed(1)}%`}</td>
                <td class="share">
                  <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
                    <rect class="rail" x="0" y="0" width="100" height="10" />
                    <rect class="bar" x="0" y="0" width={share.toFixed(1)} height="10" />
                  </svg>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
