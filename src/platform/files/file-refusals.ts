/** What is said of a file that is not kept, and what to do instead. */
import type { ActiveContent } from './active-content.ts';
import type { SniffFault } from './sniff.ts';

export const SNIFF_SAYS: Readonly<Record<Exclude<SniffFault, 'notTaken'>, string>> = {
  damaged: '文件已经损坏，打不开，没有接收。请重新保存后再上传。',
  tooMuch: '文件展开以后太大，没有接收。请另存为 PDF，再上传。',
  leadsOut: '文件的内部结构不正常，没有接收。请用 Word、Excel 或者 WPS 重新保存后再上传。',
  locked: '文件加了密码，打不开，没有接收。请去掉密码后再上传。',
};

export const ACTIVE_SAYS: Readonly<Record<ActiveContent, string>> = {
  macros: '文件里有宏，没有接收。请另存为不带宏的文档或者 PDF，再上传。',
  script: '文件里有会自动运行的脚本，没有接收。请重新打印成 PDF，再上传。',
  embedded: '文件里嵌着别的文件，没有接收。请把它们分开上传，或者另存为 PDF。',
  remote: '文件打开时会从别处取内容，没有接收。请另存为 PDF，再上传。',
  locked: '文件加了密码或者限制了权限，没有接收。请去掉限制后再上传。',
};
