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
export const NOT_OPENED = refuse(
  'REPORT_UNOPENED',
  BASIS,
  '打不开，或者超过 20 MB，或者在压缩包里加了密码。请单独打开这个文件看一看。',
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

const PICTURE = refuse('REPORT_PICTURE', BASIS, '这是图片，认不出里面的字。请换用文字版的网页或者文本。');
const OLD_WORD = refuse(
  'REPORT_OFFICE',
  BASIS,
  '这是旧版 Word（.doc）或者 WPS 文字（.wps）文件，不能直接读取。请用 Word 或者 WPS 打开，另存为 .docx。',
);
const OLD_EXCEL = refuse(
  'REPORT_OFFICE',
  BASIS,
  '这是旧版 Excel（.xls）或者 WPS 表格（.et）文件，不能直接读取。请用 Excel 或者 WPS 打开，另存为 .xlsx。',
);
const OLD_OFFICE = refuse(
  'REPORT_OFFICE',
  BASIS,
  '这是旧版 Word、Excel 或者 WPS 文件，不能直接读取。请用 Word、Excel 或者 WPS 打开，另存为 .docx 或者 .xlsx。',
);
const OFFICE_XML = refuse(
  'REPORT_OFFICE',
  BASIS,
  '这是 XML 格式的 Word、Excel 或者 WPS 文件，不能直接读取。请用 Word、Excel 或者 WPS 打开，另存为 .docx 或者 .xlsx。',
);
const OPEN_DOCUMENT = refuse(
  'REPORT_OFFICE',
  BASIS,
  '这是 OpenDocument 文件（.odt、.ods），不能直接读取。请用 WPS 或者 LibreOffice 打开，另存为 .docx 或者 .xlsx。',
);
const OFD = refuse(
  'REPORT_OFFICE',
  BASIS,
  '这是 OFD 版式文件，不能直接读取。请用 OFD 阅读器转成有文字的 PDF，或者在原网页上另存。',
);
const RTF = refuse('REPORT_OFFICE', BASIS, '这是 RTF 文件，不能直接读取。请用 Word 或者 WPS 打开，另存为 .docx。');
/** For a single file; whoever reads many opens it. */
export const ARCHIVE = refuse(
  'REPORT_ARCHIVE',
  BASIS,
  '这是压缩包。里面的报告请解压后逐份读取；.zip 可以用 gongkai report batch 成批读取。',
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
  // {\rtf begins as JSON does.
  { starts: [...'{\\rtf'].map((letter) => letter.charCodeAt(0)), refusal: RTF },
  ...[[...'Rar!'].map((letter) => letter.charCodeAt(0)), [0x37, 0x7a, 0xbc, 0xaf], [0x1f, 0x8b]].map((starts) => ({
    starts,
    refusal: ARCHIVE,
  })),
  ...[
    [0x89, 0x50, 0x4e, 0x47],
    [0xff, 0xd8, 0xff],
    [0x47, 0x49, 0x46, 0x38],
    [0x42, 0x4d],
    [0x49, 0x49, 0x2a, 0x00],
    [0x4d, 0x4d, 0x00, 0x2a],
  ].map((starts) => ({ starts, refusal: PICTURE })),
];

const OLD_CONTAINER = [0xd0, 0xcf, 0x11, 0xe0];
/** Streams of an old container are named in two bytes a letter. */
const holdsName = (file: Buffer, name: string) => file.includes(Buffer.from(name, 'utf16le'));

/** Office documents as one XML file: the words stand in it, but not as a page shows them. */
const XML_DOCUMENT = /<\?mso-application|<w:wordDocument|<pkg:package|<office:document|<uof:UOF/;
const XML_HEAD = 4_000;

const END_OF_ARCHIVE = Buffer.from('PK\u0005\u0006');

/** Why a ZIP holds no report that can be read, though it is whole; null where nobody knows. */
export function refuseZip(file: Buffer): Refusal | null {
  const start = file.subarray(0, 120).toString('latin1');
  if (start.includes('mimetypeapplication/vnd.oasis.opendocument')) return OPEN_DOCUMENT;
  if (file.includes('OFD.xml')) return OFD;
  const end = file.lastIndexOf(END_OF_ARCHIVE);
  if (end < 0 || end + 20 > file.length) return null;
  // Of the archive itself: the Word files in it have such entries of their own.
  const directory = file.subarray(file.readUInt32LE(end + 16), end);
  const isOffice = ['[Content_Types].xml', 'word/document.xml', 'xl/workbook.xml'].some((name) =>
    directory.includes(name),
  );
  return isOffice ? null : ARCHIVE;
}

/** Why the bytes cannot hold a report in text; null where they can. */
export function refuseBytes(bytes: Uint8Array): Refusal | null {
  if (bytes.length > MAX_BYTES) return TOO_LARGE;
  if (bytes.every((byte) => byte <= 0x20)) return EMPTY;
  const begins = (starts: readonly number[]) => starts.every((byte, i) => bytes[i] === byte);
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (begins(OLD_CONTAINER)) {
    if (holdsName(file, 'WordDocument')) return OLD_WORD;
    return holdsName(file, 'Workbook') ? OLD_EXCEL : OLD_OFFICE;
  }
  if (XML_DOCUMENT.test(file.subarray(0, XML_HEAD).toString('latin1'))) return OFFICE_XML;
  return KINDS.find(({ starts }) => begins(starts))?.refusal ?? null;
}
