/** 核对情况: the findings of a report as a paper that an office can answer, line by line. */
import type { Paper, PaperCell } from '../../statute/paper.ts';
import type { Finding } from '../check/finding.ts';
import { findingKey, type Judgement } from '../collect/judgement.ts';
import type { Report } from '../report.ts';

const GRAVITIES = { error: '错误', warning: '警告', hint: '提示' } as const;
const HEADS = ['序号', '轻重', '问题', '原文', '建议和依据', '办理情况（由编制单位填写）'] as const;
const LONGEST_QUOTE = 80;

/**
 * @param notes what was not checked, and why
 * @param judged what a person has said of the findings: those he dismissed stand apart, with his reason, and are not to be answered
 */
export function findingsPaper(
  { unit, year }: Report,
  all: readonly Finding[],
  notes: readonly string[],
  judged: ReadonlyMap<string, Judgement> = new Map(),
): Paper {
  const isDismissed = (finding: Finding) => judged.get(findingKey(finding))?.verdict === 'dismissed';
  const findings = all.filter((finding) => !isDismissed(finding));
  const dismissed = all.filter(isDismissed);
  const named = `${unit ?? ''}${year === null ? '' : `${year}年`}政府信息公开工作年度报告`;
  const counts = Object.entries(GRAVITIES).map(
    ([severity, word]) => `${word}${findings.filter((finding) => finding.severity === severity).length}处`,
  );
  return {
    title: `${named}核对情况`,
    blocks: [
      {
        kind: 'paragraph',
        text:
          findings.length === 0
            ? '经核对，没有发现问题。'
            : `经核对，发现${counts.join('、')}。请逐条核实，在“办理情况”一栏写明已改正，或者不改的理由。`,
      },
      ...notes.map((text) => ({ kind: 'paragraph', text }) as const),
      ...(findings.length === 0
        ? []
        : [
            {
              kind: 'table',
              caption: '核对发现的问题',
              columns: HEADS.length,
              headRows: 1,
              rows: [
                HEADS.map((text): PaperCell => ({ text, head: 'column', align: 'center' })),
                ...findings.map(line),
              ],
            } as const,
          ]),
      ...dismissed.map(
        (finding) =>
          ({
            kind: 'paragraph',
            text: `经人工核实不是问题：${finding.says}理由：${judged.get(findingKey(finding))!.why}`,
          }) as const,
      ),
    ],
  };
}

function line({ code, severity, where, says, advice, basis }: Finding, at: number): PaperCell[] {
  const quoted = where.startsWith('/') ? '' : where;
  return [
    { text: String(at + 1), align: 'center' },
    { text: GRAVITIES[severity], align: 'center' },
    { text: `${says}（${code}）` },
    { text: quoted.length > LONGEST_QUOTE ? `${quoted.slice(0, LONGEST_QUOTE)}……` : quoted },
    { text: `${advice}\n依据：${basis}` },
    { text: '' },
  ];
}
