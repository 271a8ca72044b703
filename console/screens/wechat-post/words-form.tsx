/** 文章的标题、摘要、正文, with how long each may be. */

import type { FieldBase } from '../../components/field.tsx';
import { LongField } from '../../components/long-field.tsx';
import { TextField } from '../../components/text-field.tsx';

export interface WordsProps {
  readonly written: Readonly<Record<'title' | 'digest' | 'words', string>>;
  readonly longest: Readonly<Record<'title' | 'digest' | 'words', number>>;
  readonly field: (name: 'title' | 'digest' | 'words') => Pick<FieldBase, 'value' | 'onChange' | 'wrong'>;
}

export const WORDS_MUST = { title: '请填写标题。', words: '请填写正文。' };

export function WordsFields({ written, longest, field }: WordsProps) {
  const count = (name: 'title' | 'digest' | 'words') => `${written[name].length} / ${longest[name]} 字`;
  return (
    <>
      <TextField label="标题" {...field('title')} hint={count('title')} />
      <LongField label="摘要" rows={2} {...field('digest')} hint={`${count('digest')}；不写的，平台取正文的开头`} />
      <LongField
        label="正文"
        rows={10}
        {...field('words')}
        hint={`${count('words')}；每行一段，只留要发的文字，图片取原文的第一张，文末自动注明“阅读原文”`}
      />
    </>
  );
}
