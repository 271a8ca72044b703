/** 一个压缩包的核对结果: a line a report, those with contradictions first, each with what was found in it. */
import type { Examined, Unread } from '../../../annual-report/check/examination.ts';
import type { CheckedArchive } from '../../check-report-form.ts';
import { FindingList } from '../../components/finding-list.tsx';
import { Page } from '../../components/page.tsx';
import type { Frame } from '../../frame.ts';
import { countedFindings, placeOf } from './result.tsx';

export function CheckedArchivePage({
  frame,
  checked,
}: {
  readonly frame: Frame;
  readonly checked: CheckedArchive;
}): string {
  const { examined, left, name } = checked;
  const read = examined.filter((one): one is Examined => 'report' in one);
  const unread = examined.filter((one): one is Unread => 'refused' in one);
  const ordered = read.toSorted((a, b) => errorsIn(b) - errorsIn(a));
  const contradicted = read.filter((one) => errorsIn(one) > 0).length;
  const title = `核对结果：${examined.length} 份年报`;
  return (
    <Page frame={frame} title={title} crumbs={[{ name: '核对一份年报', path: '/check-report' }, { name: '核对结果' }]}>
      <div class="page-head">
        <h1 safe>{title}</h1>
        <p class="lead" safe>{`压缩包“${name}”里的报告逐份核对。上传的内容没有保存。`}</p>
      </div>
      <section class={['notice', contradicted > 0 ? 'bad' : unread.length > 0 ? 'warn' : 'good']}>
        <h2 safe>
          {`读到 ${read.length} 份，其中 ${contradicted} 份有矛盾${unread.length > 0 ? `；${unread.length} 份读不了` : ''}`}
        </h2>
        {left > 0 ? (
          <p safe>{`压缩包里还有 ${left} 份没有核对：一次最多 ${examined.length} 份。请分几次上传。`}</p>
        ) : null}
      </section>
      {unread.length > 0 ? (
        <section>
          <h2>读不了的</h2>
          <ul class="plain">
            {unread.map((one) => (
              <li>
                <strong safe>{one.name}</strong>
                <br />
                <span safe>{one.refused.says}</span>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {read.length > 0 ? <h2>核对的</h2> : null}
      {ordered.map((one) => (
        <OneReport one={one} />
      ))}
      <p class="actions">
        <a class="button" href="/check-report">
          再核对一份
        </a>
      </p>
    </Page>
  ) as string;
}

function OneReport({ one: { name, report, findings, notes } }: { readonly one: Examined }): JSX.Element {
  return (
    <details class="one-report">
      <summary>
        <strong safe>{`${report.unit ?? '未写明的机关'}${report.year ? ` ${report.year} 年` : ''}`}</strong>
        <span safe>{countedFindings(findings) || '没有发现矛盾'}</span>
        <span class="small soft" safe>
          {name}
        </span>
      </summary>
      {notes.map((note) => (
        <p class="notice warn" safe>
          {note}
        </p>
      ))}
      <FindingList issues={findings} whereOf={(where) => placeOf(where, report, false)} />
    </details>
  );
}

function errorsIn({ findings }: Examined): number {
  return findings.filter(({ severity }) => severity === 'error').length;
}
