/**
 * 接收的格式 [FIL-2]: paper as it is scanned or typed. Archives (zip, rar) are not taken: nobody can say what is in them without unpacking,
 * and a file inside has no name in the record. What runs (exe, html, svg) is not taken at all.
 */
export interface FileKind {
  readonly term: string;
  /** Endings of a name that agree with the bytes. */
  readonly endings: readonly string[];
  /** Content type of the download. */
  readonly type: string;
}

const OFFICE = 'application/vnd.openxmlformats-officedocument';

export const FILE_KINDS = {
  pdf: { term: 'PDF', endings: ['pdf'], type: 'application/pdf' },
  ofd: { term: 'OFD', endings: ['ofd'], type: 'application/ofd' },
  doc: { term: 'Word 文档', endings: ['doc', 'wps'], type: 'application/msword' },
  docx: { term: 'Word 文档', endings: ['docx'], type: `${OFFICE}.wordprocessingml.document` },
  xls: { term: 'Excel 表格', endings: ['xls', 'et'], type: 'application/vnd.ms-excel' },
  xlsx: { term: 'Excel 表格', endings: ['xlsx'], type: `${OFFICE}.spreadsheetml.sheet` },
  ppt: { term: 'PPT 演示文稿', endings: ['ppt', 'dps'], type: 'application/vnd.ms-powerpoint' },
  pptx: { term: 'PPT 演示文稿', endings: ['pptx'], type: `${OFFICE}.presentationml.presentation` },
  jpg: { term: 'JPG 图片', endings: ['jpg', 'jpeg'], type: 'image/jpeg' },
  png: { term: 'PNG 图片', endings: ['png'], type: 'image/png' },
  tif: { term: 'TIF 图片', endings: ['tif', 'tiff'], type: 'image/tiff' },
  txt: { term: '文本', endings: ['txt'], type: 'text/plain; charset=utf-8' },
  csv: { term: 'CSV 表格', endings: ['csv'], type: 'text/csv; charset=utf-8' },
} as const satisfies Readonly<Record<string, FileKind>>;

export type FileKindName = keyof typeof FILE_KINDS;

/** For sentences and hints. */
export const KINDS_TAKEN = 'PDF、OFD、Word、Excel、PPT、JPG、PNG、TIF、TXT、CSV';

export function kindOfEnding(ending: string): FileKindName | undefined {
  return (Object.keys(FILE_KINDS) as FileKindName[]).find((kind) =>
    (FILE_KINDS[kind].endings as readonly string[]).includes(ending),
  );
}
