/** 要上传的表格: a copy in memory, so that what is sent is what lies on the disk now. */
import { NotDone } from '../../api/call.ts';

/** Browsers refuse to read a file that was saved again after it was chosen. @throws NotDone */
export async function copyOf(file: File): Promise<File> {
  const bytes = await file.arrayBuffer().catch(() => {
    throw new NotDone({
      status: 0,
      code: 'FILE_CHANGED',
      says: `“${file.name}”在选择以后改过或者移走了，没有上传。请重新选择文件。`,
      basis: '',
      issues: [],
    });
  });
  return new File([bytes], file.name, { type: file.type });
}
