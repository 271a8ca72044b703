/** Text and Markdown: pipes, tabs, columns of blanks, one cell a line, no separators at all. */
import type { PrintedReport, PrintedRow } from './printed-report.ts';
import type { Random } from './random.ts';

const HEAD3 = ['自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他', '总计'];
const COLUMNS4 = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'];
const CHECK = '（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）';

type Tables = readonly [two: readonly string[], three: readonly string[], four: readonly string[]];

export function text(report: PrintedReport, [two, three, four]: Tables, wrap = (line: string) => [line]): string {
  const { headings: h, prose } = report;
  return [
    report.unit,
    `${report.year}年政府信息公开工作年度报告`,
    ...wrap(prose.intro),
    h[0]!,
    ...prose.overall.flatMap(wrap),
    h[1]!,
    ...two,
    h[2]!,
    ...(prose.before3 ? wrap(prose.before3) : []),
    ...three,
    h[3]!,
    ...four,
    h[4]!,
    ...wrap(prose.problems),
    h[5]!,
    ...wrap(prose.other),
    '',
  ].join('\n');
}

/** Lines of a printed page: a sentence stops wherever the line is full. */
function wrapped(line: string): string[] {
  return line.match(/.{1,26}/g) ?? [];
}

const two = (report: PrintedReport, row: (texts: readonly string[]) => readonly string[]) =>
  report.table2.flatMap(({ title, head, rows }) => [
    ...row([title]),
    ...row(head),
    ...rows.flatMap(({ label, cells }) => row([label, ...cells])),
  ]);

export function markdown(report: PrintedReport, random: Random): string {
  const repeats = random.chance(0.5);
  const row = (cells: readonly string[], width: number) =>
    `| ${[...cells, ...Array(Math.max(0, width - cells.length)).fill('')].join(' | ')} |`;
  const rule = (width: number) => `|${' --- |'.repeat(width)}`;
  const labels = ({ groups, label, depth }: PrintedRow) => {
    const own = [...Array(Math.max(0, depth - 1 - groups.length)).fill(''), ...groups, label];
    return [...own, ...Array(3 - own.length).fill(repeats ? label : '')];
  };
  return text(report, [
    [
      '',
      ...report.table2.flatMap(({ title, head, rows }, i) => [
        row([title], 4),
        ...(i === 0 ? [rule(4)] : []),
        row(head, 4),
        ...rows.map(({ label, cells }) => row([label, ...cells], 4)),
      ]),
      '',
    ],
    [
      '',
      row([CHECK, '', '', '申请人情况'], 10),
      rule(10),
      row(['', '', '', ...HEAD3], 10),
      ...report.table3.map((r) => row([...labels(r), ...r.cells], 10)),
      '',
    ],
    [
      '',
      row(['行政复议', '', '', '', '', '行政诉讼'], 15),
      rule(15),
      row([...COLUMNS4, '未经复议直接起诉', '', '', '', '', '复议后起诉'], 15),
      row([...COLUMNS4, ...COLUMNS4, ...COLUMNS4], 15),
      row(report.table4, 15),
      '',
    ],
  ]);
}

/** Markdown taken from a PDF: labels too long for their cell stand apart, tables break over pages. */
export function tornMarkdown(report: PrintedReport, random: Random): string {
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const rule = (width: number) => `|${'---|'.repeat(width)}`;
  const three = report.table3.flatMap(({ groups, label, cells }) => {
    const above = groups.map((group) => group);
    if (label.length > 12 || random.chance(0.15))
      return ['', ...above, ...(label.match(/.{1,11}/g) ?? []), row(cells), rule(7)];
    return [...above, row([label, ...cells]), ...(random.chance(0.5) ? [rule(8)] : [])];
  });
  const at = 5 + random.upTo(12);
  three.splice(at, 0, ...(random.chance(0.5) && !three[at]?.includes('|') ? ['- 2 -'] : []));
  return text(report, [
    two(report, (cells) => (cells.length > 2 ? [row(cells), rule(cells.length)] : [cells.join(' ')])),
    ['申请人情况', CHECK, '自然人总计', ...three],
    ['行政复议行政诉讼', row([...COLUMNS4, ...COLUMNS4]), rule(10), row(report.table4), rule(15)],
  ]);
}

export function tabs(report: PrintedReport): string {
  const row = (cells: readonly string[]) => [cells.join('\t')];
  return text(report, [
    two(report, row),
    [
      `${CHECK}\t申请人情况`,
      `自然人\t法人或其他组织\t总计`,
      HEAD3.slice(1, 6).join('\t'),
      ...report.table3.map(({ groups, label, cells }) => [...groups, label, ...cells].join('\t')),
    ],
    [
      '行政复议\t行政诉讼',
      [...COLUMNS4, '未经复议直接起诉', '复议后起诉'].join('\t'),
      [...COLUMNS4, ...COLUMNS4].join('\t'),
      report.table4.join('\t'),
    ],
  ]);
}

/** `26 |` a line; merged cells leave pipes of their own. */
export function cellPerLine(report: PrintedReport): string {
  const row = (cells: readonly string[], filler = '') => [
    ...cells.map((cell) => `${cell} |`),
    ...(filler ? [filler] : []),
  ];
  return text(report, [
    two(report, (cells) => row(cells, '|'.repeat(4 - cells.length))),
    [
      ...row([CHECK, '申请人情况']),
      '||||||||',
      ...row(['自\n然\n人', '法人或其他组织', '总\n计']),
      '|||||||',
      ...HEAD3.slice(1, 6).map((name) => `${name.slice(0, 2)}\n${name.slice(2)} |`),
      '|||||',
      ...report.table3.flatMap(({ groups, label, cells, depth }) =>
        row([...groups, label, ...cells], '|'.repeat(3 - depth)),
      ),
    ],
    [
      ...row(['行政复议', '行政诉讼']),
      '|||||||||||||',
      ...row([...COLUMNS4, '未经复议直接起诉', '复议后起诉']),
      '||||||||',
      ...row([...COLUMNS4, ...COLUMNS4]),
      '|||||',
      ...row(report.table4),
    ],
  ]);
}

/** One row a line, cells apart by one or more blanks. */
export function spaced(report: PrintedReport, random: Random): string {
  const gap = ' '.repeat(1 + random.upTo(5));
  const row = (cells: readonly string[]) => [cells.join(gap)];
  return text(
    report,
    [
      two(report, row),
      [
        CHECK,
        '申请人情况',
        HEAD3.join(gap),
        ...report.table3.flatMap(({ groups, label, cells }) => row([...groups, label, ...cells])),
      ],
      four(report.table4, gap, random),
    ],
    wrapped,
  );
}

function four(cells: readonly string[], gap: string, random: Random): string[] {
  const head = [
    '行政复议 行政诉讼',
    `未经复议直接起诉${gap}复议后起诉`,
    [...COLUMNS4, ...COLUMNS4, ...COLUMNS4].join(gap),
  ];
  return random.chance(0.5)
    ? [...head, cells.join(gap)]
    : [...head, ...[0, 5, 10].map((from) => cells.slice(from, from + 5).join(gap))];
}

/** `pdftotext -layout`: long labels wrap around the line of the figures, pages break the table. */
export function aligned(report: PrintedReport, random: Random): string {
  const lines = report.table3.flatMap((row, i) => {
    const parts = row.label.match(/.{1,13}/g) ?? [row.label];
    const at = random.upTo(parts.length);
    const group = row.groups.length > 0 && random.chance(0.6) ? `${row.groups.at(-1)!.slice(0, 4)}` : '';
    const numbers = row.cells.map((cell) => ` ${cell}`.padStart(8)).join('');
    const out = parts.map(
      (part, p) => `      ${p === 0 ? group.padEnd(6) : '      '}${part.padEnd(26)}${p === at ? numbers : ''}`,
    );
    if (at === parts.length) out.push(' '.repeat(38) + numbers);
    return i === 9
      ? [
          ...out,
          '',
          '',
          `                    -${1 + random.upTo(3)}-`,
          ...(random.chance(0.4) ? [CHECK, `      ${HEAD3.join('  ')}`] : []),
        ]
      : [...out, ''];
  });
  const row = (cells: readonly string[]) => [
    '',
    cells.map((cell, i) => (i === 0 ? cell.padEnd(14) : ` ${cell}`.padStart(12))).join(''),
  ];
  return text(
    report,
    [
      two(report, row),
      [
        `${CHECK}   申请人情况`,
        '',
        '                   法人或其他组织',
        `   自然人 ${HEAD3.slice(1).join('  ')}`,
        ...lines,
      ],
      [
        '行政复议      行政诉讼',
        '结果  结果  其他  尚未',
        '                  总计',
        '维持  纠正  结果  审结',
        '',
        report.table4.map((cell) => ` ${cell}`.padStart(5)).join(''),
      ],
    ],
    wrapped,
  );
}

/** The same with blank cells: only the columns tell which. Char by char as `pdftotext` counts, not by width on screen. */
export function alignedWithGaps(report: PrintedReport): string {
  const line = (label: string, cells: readonly string[], width: number) =>
    (label.padEnd(40) + cells.map((cell) => cell.padStart(width)).join('')).trimEnd();
  const three = report.table3.flatMap(({ label, cells }) => [line(label.slice(0, 36), cells, 9), '']);
  const row = (cells: readonly string[]) => [line(cells[0]!, cells.slice(1), 14)];
  const head = line('', ['自然人', '商业企业', '科研机构', '社会公益', '法律服务', '其他', '总计'], 9);
  return text(
    report,
    [
      two(report, (cells) => row(cells.map((cell) => cell || '0'))),
      [`${CHECK}   申请人情况`, head, '', ...three],
      [
        '行政复议      行政诉讼',
        COLUMNS4.join('  '),
        report.table4.map((cell) => ` ${cell || '/'}`.padStart(5)).join(''),
      ],
    ],
    wrapped,
  );
}

/** The label on a line, its figures together on the next. */
export function figuresBelow(report: PrintedReport, random: Random): string {
  const gap = ' '.repeat(1 + random.upTo(3));
  const below = ([label, ...cells]: readonly string[]) => [label!, ...(cells.length > 0 ? [cells.join(gap)] : [])];
  return text(
    report,
    [
      two(report, (cells) => (cells[0] === '信息内容' ? [cells.join(gap)] : below(cells))),
      [
        CHECK,
        '申请人情况',
        HEAD3.join(gap),
        ...report.table3.flatMap(({ groups, label, cells }) => [...groups, ...below([label, ...cells])]),
      ],
      ['行政复议', ...four(report.table4, gap, random)],
    ],
    wrapped,
  );
}

/** Copied out of a PDF: the labels of a table, then its figures a line each, column by column, nothing between them. */
export function columnsBelow(report: PrintedReport): string {
  const down = (rows: readonly PrintedRow[]) =>
    rows[0]!.cells.flatMap((_, column) => rows.map(({ cells }) => cells[column]!));
  return text(report, [
    two(report, (cells) => (cells[0] === '信息内容' ? [cells.join(' ')] : [...cells])),
    [
      CHECK,
      '申请人情况',
      '自然人 法人或其他组织 总计',
      HEAD3.slice(1, 6).join(' '),
      ...report.table3.map(({ groups, label }) => [...groups, label].join(' ')),
      ...down(report.table3),
    ],
    ['行政复议 行政诉讼', COLUMNS4.join(' '), ...report.table4],
  ]);
}

/** `html2text`: pipes between cells only, breaks and blanks of the page left in. */
export function convertedPage(report: PrintedReport, random: Random): string {
  const cell = (text: string) => (random.chance(0.1) ? `**${text}**` : random.chance(0.1) ? `&nbsp;${text}` : text);
  const row = (cells: readonly string[]) => [cells.map((text) => (text === '' ? '&nbsp;' : cell(text))).join(' | ')];
  const broken = (text: string) =>
    text.length > 12 && random.chance(0.3) ? `${text.slice(0, 6)}<br>${text.slice(6)}` : text;
  return text(report, [
    two(report, row),
    [
      [CHECK, '申请人情况'].join(' | '),
      ['自然人', '法人或其他组织', '总计'].join(' | '),
      HEAD3.slice(1, 6).join(' | '),
      ...report.table3.flatMap(({ groups, label, cells }) => row([...groups, broken(label), ...cells])),
    ],
    [
      '行政复议 | 行政诉讼',
      [...COLUMNS4, '未经复议直接起诉', '复议后起诉'].join(' | '),
      [...COLUMNS4, ...COLUMNS4].join(' | '),
      ...row(report.table4),
    ],
  ]);
}

/** Pages with a bare number at the foot of each and a form feed after it. */
export function pagedFlow(report: PrintedReport, random: Random): string {
  const lines = flow(report, random).split('\n');
  const height = 30 + random.upTo(60);
  const pages = Array.from({ length: Math.ceil(lines.length / height) }, (_, i) =>
    lines.slice(i * height, (i + 1) * height),
  );
  return pages.map((page, i) => [...page, '', `${i + 1}`].join('\n')).join('\n\f');
}

/** `pdftotext`: cells one under another, with or without blank lines, sometimes whole blocks a column at a time. */
export function flow(report: PrintedReport, random: Random): string {
  const gap = random.chance(0.6) ? [''] : [];
  const cells = (texts: readonly string[]) => texts.flatMap((text) => [text, ...gap]);
  const three = report.table3.flatMap(({ groups, label, cells: figures }) => [
    ...cells(groups),
    ...cells(label.match(/.{1,15}/g) ?? []),
    ...cells(figures),
  ]);
  return text(
    report,
    [
      two(report, cells),
      [CHECK, '申请人情况', ...cells(HEAD3), ...three],
      [...cells(['行政复议', '行政诉讼', ...COLUMNS4, ...COLUMNS4]), ...cells(report.table4)],
    ],
    wrapped,
  );
}

export function columnFlow(report: PrintedReport, random: Random): string {
  const out: string[] = [];
  for (let at = 0; at < report.table3.length; ) {
    const height = Math.min(1 + random.upTo(9), report.table3.length - at);
    const rows = report.table3.slice(at, at + height);
    const labels = rows.flatMap(({ groups, label }) => [...groups, label]);
    const columns = HEAD3.flatMap((_, column) => [...rows.map(({ cells }) => cells[column]!), '']);
    out.push(...(random.chance(0.5) ? [...labels, '', ...columns] : [...columns, ...labels, '']));
    at += height;
  }
  const single = (texts: readonly string[]) => texts.flatMap((text) => [text, '']);
  return text(
    report,
    [
      two(report, single),
      [CHECK, '申请人情况', '自然人', '总计', '', ...out],
      [...single(['行政复议', '行政诉讼', ...COLUMNS4]), ...single(report.table4)],
    ],
    wrapped,
  );
}

/** No blanks between figures: whole rows, or part of them, glued. */
export function gluedRows(report: PrintedReport): string {
  const row = (cells: readonly string[]) => [cells.join('')];
  return text(report, [
    two(report, (cells) => [cells.length > 2 ? cells.join(' ') : cells.join('')]),
    [CHECK, '申请人情况', ...report.table3.flatMap(({ groups, label, cells }) => row([...groups, label, ...cells]))],
    ['行政复议行政诉讼', COLUMNS4.join(''), ...row(report.table4)],
  ]);
}

export function halfGlued(report: PrintedReport, random: Random): string {
  const join = (cells: readonly string[]) =>
    cells.reduce((line, cell) => line + (random.chance(0.2) ? '' : ' ') + cell);
  return text(report, [
    two(report, (cells) => [cells.join(' ')]),
    [
      CHECK,
      '申请人情况',
      HEAD3.join(' '),
      ...report.table3.map(({ groups, label, cells }) => `${[...groups, label].join(' ')} ${join(cells)}`),
    ],
    ['行政复议 行政诉讼', COLUMNS4.join(' '), join(report.table4)],
  ]);
}

/** The whole report on one line. */
export function runOn(report: PrintedReport): string {
  return gluedRows(report)
    .replace(/(?<=报告)\n/, '\n正文：')
    .replace(/\n(?!正文)/g, '');
}
