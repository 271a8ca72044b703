/** 核对结果: what contradicts what, the gravest first, and the tables as they were read. */
import type { Finding } from '../../../annual-report/check/finding.ts';
import { isLastYears } from '../../../annual-report/check/last-year.ts';
import type { Report } from '../../../annual-report/report.ts';
import type { Severity } from '../../../statute/issue.ts';
import type { CheckedReport } from '../../check-report-form.ts';
import { marksOf, tablesOf } from '../../checked-marks.ts';
import { FindingList } from '../../components/finding-list.tsx';
import { OfficialTable } from '../../components/official-table.tsx';
import { Page } from '../../components/page.tsx';
import { SEVERITY_TERMS } from '../../components/severity-badge.tsx';
import type { Frame } from '../../frame.ts';

const UNITS: Readonly<Record<Severity, string>> = { error: '处', warning: '处', hint: '条' };

export function CheckedReportPage({
  frame,
  checked,
}: {
  readonly frame: Frame;
  readonly checked: CheckedReport;
}): string {
  const { report, findings, notes } = checked;
  const title = `核对结果：${report.unit ?? '未写明的机关'}${report.year ? ` ${report.year} 年` : ''}`;
  return (
    <Page frame={frame} title={title} crumbs={[{ name: '核对一份年报', path: '/check-report' }, { name: '核对结果' }]}>
      <div class="page-head">
        <h1 safe>{title}</h1>
        <p class="lead" safe>
          {leadOf(checked)}
        </p>
      </div>
      <Verdict report={report} findings={findings} />
      {notes.map((note) => (
        <p class="notice warn" safe>
          {note}
        </p>
      ))}
      {(['error', 'warning', 'hint'] as const).map((severity) => (
        <Group severity={severity} checked={checked} />
      ))}
      <h2>读到的表格</h2>
      <p class="soft">读取的结果按官方格式排列。请对照原文：读错了的，核对的结论不能作准。</p>
      {tablesOf(report).map(({ name, table }) => (
        <>
          <h3 safe>{`${name}　${table.caption}`}</h3>
          <OfficialTable table={table} marks={marksOf(report, findings)} />
        </>
      ))}
      <p class="actions">
        <a class="button" href="/check-report">
          再核对一份
        </a>
      </p>
    </Page>
  ) as string;
}

function leadOf({ report, previous }: CheckedReport): string {
  const layout = report.format === '2021' ? '2021 年格式' : '2019 年试行格式';
  const beside =
    previous && isLastYears(previous, report)
      ? `；与${previous.year ? ` ${previous.year} 年的年报` : '上一年的年报'}一起核对`
      : '';
  return `按${layout}读取${beside}。上传的内容没有保存。`;
}

/** 错误 2 处，提示 1 条; empty where nothing was found. */
export function countedFindings(findings: readonly Finding[]): string {
  const counted = (['error', 'warning', 'hint'] as const).flatMap((severity) => {
    const count = findings.filter((finding) => finding.severity === severity).length;
    return count > 0 ? [`${SEVERITY_TERMS[severity]} ${count} ${UNITS[severity]}`] : [];
  });
  return counted.join('，');
}

function Verdict({ report, findings }: Pick<CheckedReport, 'report' | 'findings'>): JSX.Element {
  const unsettled = report.undecided.length;
  const worst = findings[0]?.severity;
  return (
    <section class={['notice', worst === 'error' ? 'bad' : worst === 'warning' ? 'warn' : 'good']}>
      <h2 safe>{countedFindings(findings) || '没有发现矛盾'}</h2>
      {unsettled > 0 ? (
        <p
          safe
        >{`另有 ${unsettled} 格没有读出：原文里连在一起、看不清，或者没有见到，没有猜，在表格里标为“待定”，也没有参加核对。`}</p>
      ) : (
        <p>表格里的数字都读到了。</p>
      )}
    </section>
  );
}

function Group({ severity, checked }: { readonly severity: Severity; readonly checked: CheckedReport }): JSX.Element {
  const issues = checked.findings.filter((finding) => finding.severity === severity);
  if (issues.length === 0) return '';
  return (
    <section>
      <h2 safe>{SEVERITY_TERMS[severity]}</h2>
      <FindingList issues={issues} whereOf={(where) => placeOf(where, checked.report)} />
    </section>
  );
}

const TABLES: Readonly<Record<string, string>> = { table2: '表二', table3: '表三', table4: '表四' };

/** The sentence itself, the part it stands in, or the table. @param marked whether the table is shown below with its marks */
export function placeOf(where: Finding['where'], { narrative }: Report, marked = true): string {
  if (!where.startsWith('/')) return `原文：“${where}”`;
  const [, part = '', at] = where.split('/');
  if (TABLES[part]) return `位置：${TABLES[part]}${marked ? '，下面已经标出' : ''}`;
  return part === 'narrative' ? `位置：${narrative[Number(at)]?.heading || '正文'}` : '';
}
