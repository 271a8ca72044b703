/** 是否转为主动公开: what a yes asks for beside the reason is what the draft will hold, and all it will hold. */
import type { ActField } from './act-field.ts';

const adopting = ({ adopt }: Readonly<Record<string, string>>) => adopt === 'yes';

export const PROACTIVE = [
  {
    name: 'adopt',
    term: '决定',
    kind: 'choice',
    yesNo: true,
    initial: 'yes',
    choices: () => [
      { value: 'yes', term: '转为主动公开，生成草稿' },
      { value: 'no', term: '不转为主动公开' },
    ],
  },
  {
    name: 'title',
    term: '主动公开的标题',
    kind: 'text',
    hint: '写信息本身的名称，不要写申请人和申请',
    when: adopting,
  },
  { name: 'writtenOn', term: '信息的成文日期', kind: 'day', initialOf: () => '', when: adopting },
  {
    name: 'text',
    term: '正文',
    kind: 'long',
    optional: true,
    hint: '不写的，读入随答复提供的 Word 文档和文本文件；其他格式的原件由编辑另行加入',
    when: adopting,
  },
  { name: 'why', term: '理由', kind: 'long' },
] as const satisfies readonly ActField[];
