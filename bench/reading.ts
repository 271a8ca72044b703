/** 读取年报: invented reports in every layout of web page and text, and as DOCX and PDF, read and checked on one core. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { reportPaper } from '../src/annual-report/render/report-paper.ts';
import { paperDocx } from '../src/platform/papers/docx.ts';
import { paperPdf } from '../src/platform/papers/pdf.ts';
import { specimen } from '../test/support/report-layouts/layouts.ts';
import { printReport } from '../test/support/report-layouts/printed-report.ts';
import { publishedReport } from '../test/support/report-layouts/published-report.ts';
import { seeded } from '../test/support/report-layouts/random.ts';
import { apart } from './apart.ts';
import { atLeast, atMost, type Measured } from './measured.ts';
import type { FilesMeasured } from './reading-files.ts';

const PAGES = 600;
const PAPERS = 60;
/** Reports a second. */
const TARGETS: Readonly<Record<string, { readonly term: string; readonly target: number }>> = {
  pages: { term: '网页、文本', target: 50 },
  docx: { term: 'DOCX', target: 5 },
  pdf: { term: 'PDF', target: 1 },
};

export async function measureReading(): Promise<readonly Measured[]> {
  const home = mkdtempSync(join(tmpdir(), 'gongkai-bench-'));
  try {
    const folders = Object.keys(TARGETS).map((kind) => join(home, kind));
    for (const folder of folders) mkdirSync(folder);
    for (let seed = 1; seed <= PAGES; seed += 1)
      writeFileSync(join(home, 'pages', `${seed}.html`), specimen(seed).bytes);
    for (let seed = 1; seed <= PAPERS; seed += 1) {
      const printed = printReport(seeded(seed), 'plain', 'none');
      const paper = reportPaper(publishedReport(printed), `${printed.unit}${printed.year}年政府信息公开工作年度报告`);
      writeFileSync(join(home, 'docx', `${seed}.docx`), await paperDocx(paper));
      writeFileSync(join(home, 'pdf', `${seed}.pdf`), await paperPdf(paper));
    }
    const { folders: read, megabytes } = await apart<FilesMeasured>('reading-files.ts', folders);
    return [
      ...read.map(({ kind, reports, refused, seconds }) => {
        const { term, target } = TARGETS[kind]!;
        const note = `${reports} 份，一个核 ${seconds.toFixed(1)} 秒，读不了 ${refused} 份`;
        return atLeast(`读取并核对${term}`, reports / seconds, target, ' 份/秒', note);
      }),
      atMost('读取时内存最多', megabytes, 400, ' MB', '整个进程'),
    ];
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}
