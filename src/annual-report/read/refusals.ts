/** 不能读的文件: what is wrong with it, why, and what to do instead. */
import { type Refusal, refuse } from '../../statute/refusal.ts';

export const MAX_BYTES = 20 * 1024 * 1024;

export const BASIS = '《条例》第五十条';

export const EMPTY = refuse('REPORT_EMPTY', BASIS, '文件是空的。请重新保存年度报告的网页或者文本，再试一次。');
export const TOO_LARGE = refuse(
  'REPORT_TOO_LARGE',
  BASIS,
  '文件超过 20 MB，不像一份年度报告的网页或者文本。请只保存报告的正文和表格。',
);
/** Pieces (cells, lines) and characters no single report comes near; beyond them reading would hold up everybody else. */
export const MAX_PIECES = 8_000;
export const MAX_CHARACTERS = 100_000;

export const TOO_LONG = refuse(
  'REPORT_TOO_LONG',
  BASIS,
  '文字超过 10 万字或者 8000 行，不像一份年度报告。请只保留这一份报告的正文和表格。',
);
export const GARBLED = refuse(
  'REPORT_ENCODING',
  BASIS,
  '文字无法辨认：按 UTF-8、GBK、Big5、UTF-16 都读不出年度报告的字样。请用浏览器打开原网页，另存为 UTF-8 编码的网页或者文本。',
);
export const NO_REPORT = refuse(
  'REPORT_NOT_A_REPORT',
  BASIS,
  '这不像政府信息公开工作年度报告：没有找到六个部分的标题，也没有表二、表三、表四。请核对文件；表格如果是图片，请换用文字版。',
);

export const SEVERAL = refuse(
  'REPORT_SEVERAL',
  BASIS,
  '文件里不止一份年度报告：总体情况和表三都出现了两次。请把每份报告分别存成一个文件。',
);

const KINDS: readonly { readonly starts: readonly number[]; readonly refusal: Refusal }[] = [
  {
    starts: [0x25, 0x50, 0x44, 0x46],
    refusal: refuse(
      'REPORT_PDF',
      BASIS,
      '这是 PDF 文件，暂不支持直接读取。请用 pdftotext -layout 转成文本，或者在原网页上复制正文和表格。',
    ),
  },
  {
    starts: [0x50, 0x4b, 0x03, 0x04],
    refusal: refuse(
      'REPORT_OFFICE',
      BASIS,
      '这是 Word、Excel 或者压缩文件，暂不支持直接读取。请在 Word 里另存为网页（.htm）或者纯文本（.txt）。',
    ),
  },
  {
    starts: [0xd0, 0xcf, 0x11, 0xe0],
    refusal: refuse(
      'REPORT_OFFICE',
      BASIS,
      '这是旧版 Word 或者 Excel 文件，暂不支持直接读取。请另存为网页（.htm）或者纯文本（.txt）。',
    ),
  },
  ...[
    [0x89, 0x50, 0x4e, 0x47],
    [0xff, 0xd8, 0xff],
    [0x47, 0x49, 0x46, 0x38],
    [0x42, 0x4d],
  ].map((starts) => ({
    starts,
    refusal: refuse('REPORT_PICTURE', BASIS, '这是图片，认不出里面的字。请换用文字版的网页或者文本。'),
  })),
];

/** Why the bytes cannot hold a report in text; null where they can. */
export function refuseBytes(bytes: Uint8Array): Refusal | null {
  if (bytes.length > MAX_BYTES) return TOO_LARGE;
  if (bytes.every((byte) => byte <= 0x20)) return EMPTY;
  return KINDS.find(({ starts }) => starts.every((byte, i) => bytes[i] === byte))?.refusal ?? null;
}
