/** 核对结果 as a clerk reads it in a terminal: grouped by gravity, every finding with its advice and basis, the count last. */
import type { Finding } from '../../annual-report/check/finding.ts';
import type { Report } from '../../annual-report/report.ts';
import type { Severity } from '../../statute/issue.ts';

const GRAVITIES: Readonly<Record<Severity, string>> = { error: '错误', warning: '警告', hint: '提示' };
const LONGEST_QUOTE = 80;

export function findingsText(report: Report, findings: readonly Finding[], notes: readonly string[]): string {
  const groups = (Object.keys(GRAVITIES) as Severity[]).flatMap((severity) => group(severity, findings));
  return [title(report), ...groups, ...notes, count(findings)].join('\n\n');
}

function title({ unit, year }: Report): string {
  return `${unit ?? '（没有认出机关名称）'}　${year === null ? '（没有认出年度）' : `${year} 年度`}政府信息公开工作年度报告`;
}

function group(severity: Severity, findings: readonly Finding[]): string[] {
  const ours = findings.filter((finding) => finding.severity === severity);
  if (ours.length === 0) return [];
  return [`【${GRAVITIES[severity]}】${ours.length} 处`, ...ours.map(paragraph)];
}

function paragraph({ code, where, says, advice, basis }: Finding, at: number): string {
  const quoted = where.startsWith('/') ? [] : [`   原文：“${shortened(where)}”`];
  return [`${at + 1}. ${says}（${code}）`, ...quoted, `   建议：${advice}`, `   依据：${basis}`].join('\n');
}

function shortened(sentence: string): string {
  return sentence.length > LONGEST_QUOTE ? `${sentence.slice(0, LONGEST_QUOTE)}……` : sentence;
}

function count(findings: readonly Finding[]): string {
  if (findings.length === 0) return '合计：没有发现问题。';
  const counts = (Object.keys(GRAVITIES) as Severity[]).map(
    (severity) => `${GRAVITIES[severity]} ${findings.filter((finding) => finding.severity === severity).length} 处`,
  );
  return `合计：${counts.join('，')}。`;
}
