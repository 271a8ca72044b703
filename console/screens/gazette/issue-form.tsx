/** 编一期: number, words of the cover, sections with their documents in order. */
import { Button } from 'antd';
import { useState } from 'react';
import type { GazetteView, IssueSent, IssueView } from '../../../src/desk/contract.ts';
import { AgencyField } from '../../components/agency-field.tsx';
import { LongField } from '../../components/long-field.tsx';
import { onlyAgency } from '../../components/only-agency.ts';
import { SideForm } from '../../components/side-form.tsx';
import { TextField } from '../../components/text-field.tsx';
import { SectionFields, type WrittenSection } from './section-fields.tsx';

interface IssueFormProps {
  readonly view: GazetteView;
  readonly issue?: IssueView;
  readonly error: unknown;
  readonly pending: boolean;
  readonly onSend: (sent: IssueSent) => void;
  readonly onLeave: () => void;
}

const FIRST = '县政府文件';

export function IssueForm({ view, issue, error, pending, onSend, onLeave }: IssueFormProps) {
  const [agencyId, setAgencyId] = useState(issue?.agencyId ?? onlyAgency(view.agencies).name);
  const [year, setYear] = useState(String(issue?.year ?? view.year));
  const [number, setNumber] = useState(String(issue?.number ?? view.next));
  const [cover, setCover] = useState(issue?.cover ?? '');
  const [changeNote, setChangeNote] = useState(issue?.changeNote ?? '');
  const [sections, setSections] = useState<readonly WrittenSection[]>(
    () => issue?.sections.map((one, key) => ({ key, ...one })) ?? [{ key: 0, heading: FIRST, documents: [] }],
  );
  const [tried, setTried] = useState(false);
  const wrong = {
    agencyId: agencyId === '' ? '请选择编公报的机关。' : undefined,
    year: /^20\d\d$/.test(year) ? undefined : '请写四位年份。',
    number: /^[1-9]\d?$/.test(number) ? undefined : '请写 1 到 99 的期号。',
    changeNote:
      issue?.isPublic && changeNote.trim() === '' ? '公开过的一期要写明改了什么，它会显示在页面上。' : undefined,
  };
  const told = (name: keyof typeof wrong) => (tried ? wrong[name] : undefined);
  const submit = () => {
    setTried(true);
    if (Object.values(wrong).some((one) => one !== undefined)) return false;
    onSend({
      ...(issue ? { documentId: issue.id, edition: issue.edition } : {}),
      ...{ agencyId, year: Number(year), number: Number(number), cover, changeNote },
      sections: sections.map(({ heading, documents }) => ({ heading, documentIds: documents.map(({ id }) => id) })),
    });
    return true;
  };
  const change = (key: number, to: Partial<WrittenSection>) =>
    setSections(sections.map((one) => (one.key === key ? { ...one, ...to } : one)));
  const taken = new Set(sections.flatMap(({ documents }) => documents.map(({ id }) => id)));
  return (
    <SideForm
      title={issue ? `修改${issue.name}` : '编一期公报'}
      verb="保存这一期"
      error={error}
      pending={pending}
      onSubmit={submit}
      onLeave={onLeave}
    >
      {!issue && (
        <AgencyField agencies={view.agencies} value={agencyId} onChange={setAgencyId} wrong={told('agencyId')} />
      )}
      <div className="gazette-number">
        <TextField label="年份" value={year} onChange={setYear} wrong={told('year')} />
        <TextField label="期号" value={number} onChange={setNumber} wrong={told('number')} />
      </div>
      <LongField
        label="卷首说明"
        value={cover}
        onChange={setCover}
        hint="放在目录前面；不写的，写“本期刊登的文件，文字与发布时一致。”"
      />
      {sections.map((section, i) => (
        <SectionFields
          key={section.key}
          section={section}
          nth={i + 1}
          waiting={view.waiting.filter(({ id }) => !taken.has(id))}
          taken={taken}
          onChange={(to) => change(section.key, to)}
          onRemove={
            sections.length > 1 ? () => setSections(sections.filter(({ key }) => key !== section.key)) : undefined
          }
        />
      ))}
      <p className="gazette-more">
        <Button
          onClick={() =>
            setSections([
              ...sections,
              { key: Math.max(...sections.map(({ key }) => key)) + 1, heading: '', documents: [] },
            ])
          }
        >
          再加一个栏目
        </Button>
      </p>
      {issue?.isPublic && (
        <LongField label="修改说明" value={changeNote} onChange={setChangeNote} wrong={told('changeNote')} />
      )}
    </SideForm>
  );
}
