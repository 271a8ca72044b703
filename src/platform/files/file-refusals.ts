/** What is said of a file that is not kept, or cannot be had now, and what to do instead. */
import { refuse } from '../../statute/refusal.ts';
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

/** [FIL-22] The shelf itself does not work: whoever waits learns no more of it than that. */
export const NOT_KEPT_NOW = refuse(
  'SHELF_AWAY',
  '附件的要求',
  '存放文件的服务器现在没有应答，文件没有收下。请过几分钟再选一次；急用的请打电话。',
);
export const NOT_READ_NOW = refuse(
  'SHELF_AWAY',
  '附件的要求',
  '存放文件的服务器现在没有应答，这个文件暂时打不开。文件还在，请过几分钟再试；急用的请打电话。',
);
