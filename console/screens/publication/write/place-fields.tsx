/** 是什么、放在哪里: agency, kind, title, columns, and the document an interpretation explains. */
import { Button } from 'antd';
import { AgencyField } from '../../../components/agency-field.tsx';
import { ChoiceField } from '../../../components/choice-field.tsx';
import { choicesOf } from '../../../components/choices-of.ts';
import { DocumentPicker } from '../../../components/document-picker.tsx';
import { TextField } from '../../../components/text-field.tsx';
import type { PartProps } from './writing-form.tsx';

export function PlaceFields({ words, before, written, write, field }: PartProps) {
  const termOf = (name: string) => words.columns.find((column) => column.name === name)?.term ?? '已经关闭的专栏';
  const kind = words.kinds.find(({ name }) => name === written.kind);
  const subject = written.relations.find((one) => one.kind === 'interprets') ?? null;
  const chooseAgency = (agencyId: string) => {
    const former = words.agencies.find(({ name }) => name === written.agencyId)?.term ?? '';
    const now = words.agencies.find(({ name }) => name === agencyId)?.term ?? '';
    write({ agencyId, ...(written.issuer === former ? { issuer: now } : {}) });
  };
  return (
    <section className="card" aria-label="标题和栏目">
      <TextField label="标题" {...field('title')} hint="文件的全称" />
      <div className="pair">
        {before ? (
          <div className="field">
            <p>机关和种类</p>
            <p>
              {before.agency}，{before.kind.term}
            </p>
          </div>
        ) : (
          <>
            <AgencyField
              agencies={words.agencies}
              value={written.agencyId}
              onChange={chooseAgency}
              wrong={field('agencyId').wrong}
            />
            <ChoiceField label="种类" {...field('kind')} choices={choicesOf(words.kinds)} none="请选择" />
          </>
        )}
        <ChoiceField
          label="加入栏目"
          value=""
          onChange={(name) => name && write({ columns: [...written.columns, name] })}
          choices={words.columns
            .filter(({ name }) => !written.columns.includes(name))
            .map(({ name, term, depth }) => ({ value: name, term: `${'　'.repeat(depth)}${term}` }))}
          none={written.columns.length > 0 ? '再加一个栏目' : '请选择'}
          hint="至少一个主栏目；放几个栏目都只计一条"
        />
      </div>
      {written.columns.length > 0 && (
        <ul className="chosen" aria-label="已经选的栏目">
          {written.columns.map((name) => (
            <li key={name}>
              {termOf(name)}
              <Button
                size="small"
                aria-label={`去掉${termOf(name)}`}
                onClick={() => write({ columns: written.columns.filter((one) => one !== name) })}
              >
                去掉
              </Button>
            </li>
          ))}
        </ul>
      )}
      {(kind?.interprets || subject) && (
        <DocumentPicker
          label="解读哪份文件"
          picked={subject && { id: subject.to, title: subject.title }}
          onPick={(picked) =>
            write({
              relations: [
                ...written.relations.filter((one) => one.kind !== 'interprets'),
                ...(picked ? [{ kind: 'interprets', to: picked.id, title: picked.title }] : []),
              ],
            })
          }
          not={before?.id ?? ''}
          hint="两边的页面会互相链接"
        />
      )}
    </section>
  );
}
