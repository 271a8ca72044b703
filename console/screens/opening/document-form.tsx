/** 登记一件结转文件. */
import type { OpeningDocument, OpeningView } from '../../../src/desk/contract.ts';
import { AgencyField } from '../../components/agency-field.tsx';
import { ChoiceField } from '../../components/choice-field.tsx';
import { choicesOf } from '../../components/choices-of.ts';
import { DayField } from '../../components/day-field.tsx';
import { LongField } from '../../components/long-field.tsx';
import { SideForm } from '../../components/side-form.tsx';
import { TextField } from '../../components/text-field.tsx';
import { useFields } from '../../components/use-fields.ts';
import type { EntryFormProps } from './entry-form.ts';

export function DocumentForm({ view, today, agencyId, onSave, ...form }: EntryFormProps<OpeningDocument>) {
  const { written, field, isComplete } = useFields(blank(view, agencyId), MUST, form.error);
  return (
    <SideForm title="登记一件结转文件" verb="登记这件文件" onSubmit={() => isComplete() && onSave(written)} {...form}>
      <AgencyField agencies={view.documentsFor} {...field('agencyId')} />
      <TextField label="标题" {...field('title')} hint="文件的全称" />
      <div className="pair">
        <ChoiceField label="种类" {...field('kind')} choices={choicesOf(view.documentKinds)} none="请选择" />
        <ChoiceField
          label="栏目"
          optional
          {...field('column')}
          choices={choicesOf(view.columns)}
          none="按种类放入"
          hint="规章和规范性文件可以不选；其他种类请选择"
        />
        <TextField label="发文字号" optional {...field('docNo')} hint="例如“示政发〔2023〕7号”" />
        <TextField label="发文机关" {...field('issuer')} hint="联合发文的写主办机关" />
        <DayField label="成文日期" max={today} {...field('writtenOn')} />
        <DayField label="原发布日期" max={today} {...field('publishedOn')} hint="在原网站公开的日期" />
        <DayField label="施行日期" optional {...field('effectiveOn')} />
        <DayField label="有效期至" optional {...field('expiresOn')} hint="没有规定的不填" />
        <TextField label="主题分类" optional {...field('topic')} />
        <TextField label="体裁分类" optional {...field('genre')} />
        <TextField label="原索引号" optional {...field('indexNo')} hint="没有的不填，由系统编一个" />
        <DayField
          label="补登日期"
          optional
          max={today}
          {...field('countedFrom')}
          hint="以前年度的报告漏计、从这一天起计入的才填"
        />
      </div>
      <LongField label="正文" optional {...field('text')} hint="可以以后再补" />
    </SideForm>
  );
}

const MUST = {
  agencyId: '请选择登记到哪个机关。',
  title: '请填写文件的全称。',
  kind: '请选择种类。规章和行政规范性文件计入年度报告表二。',
  issuer: '请填写发文机关。',
  writtenOn: '请选择成文日期。',
  publishedOn: '请选择原发布日期。',
};

function blank({ documentsFor }: OpeningView, agencyId: string): OpeningDocument {
  const issuer = documentsFor.find(({ name }) => name === agencyId)?.term ?? '';
  return {
    agencyId,
    ...{ kind: '', column: '', title: '', docNo: '', issuer, topic: '', genre: '' },
    ...{ writtenOn: '', publishedOn: '', effectiveOn: '', expiresOn: '', countedFrom: '', indexNo: '', text: '' },
  };
}
