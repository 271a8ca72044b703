/** 元数据: what the catalogue says of the document, and whether it may be public at all. */
import { ChoiceField } from '../../../components/choice-field.tsx';
import { choicesOf } from '../../../components/choices-of.ts';
import { DayField } from '../../../components/day-field.tsx';
import { LongField } from '../../../components/long-field.tsx';
import { TextField } from '../../../components/text-field.tsx';
import type { PartProps } from './writing-form.tsx';

export function MetadataFields({ words, written, field }: PartProps) {
  const kind = words.kinds.find(({ name }) => name === written.kind);
  const optional = (name: string) => !kind?.requires.includes(name);
  return (
    <section className="card" aria-labelledby="metadata">
      <h2 id="metadata">元数据</h2>
      <p className="soft">索引号和发布时间由系统写入。{kind && `${kind.term}没有标明可以不填的，送审以前要填上。`}</p>
      <div className="pair">
        <TextField label="发文机关" {...field('issuer')} hint="联合发文的写主办机关" />
        <TextField
          label="发文字号"
          optional={optional('docNo')}
          {...field('docNo')}
          hint="例如“示政发〔2026〕7号”，用六角括号"
        />
        <DayField label="成文日期" max={words.today} {...field('writtenOn')} hint="公开期限从这一天起算" />
        <TextField label="主题分类" optional={optional('topic')} {...field('topic')} hint="例如“综合政务”" />
        <TextField label="体裁分类" optional={optional('genre')} {...field('genre')} hint="例如“通知”“意见”“办法”" />
        <TextField label="关键词" optional {...field('keywords')} hint="几个词之间用顿号" />
        <DayField label="施行日期" optional={optional('effectiveOn')} {...field('effectiveOn')} />
        <DayField label="有效期至" optional {...field('expiresOn')} hint="最后有效的一天；没有规定的不填" />
      </div>
      <LongField
        label="内容概述"
        optional={optional('summary')}
        rows={2}
        {...field('summary')}
        hint="一两句话，目录和检索结果里显示"
      />
      <ChoiceField
        label="公开属性"
        {...field('openMode')}
        choices={choicesOf(words.openModes)}
        hint="拟制公文时确定，随公文一并报批（国办发〔2016〕80号）。只有主动公开的才能发布。"
      />
      {written.openMode !== 'proactive' && (
        <LongField
          label="依据和理由"
          rows={2}
          {...field('openModeReason')}
          hint="依法依规说明为什么不主动公开；不公开的政策文件，报批以前先送公开工作机构审查"
        />
      )}
    </section>
  );
}
