/** 起草、修改的表单: what it is and where it belongs, the text with the Word file as the main road in, the metadata of the catalogue. */
import { Button } from 'antd';
import { type FormEvent, type ReactNode, useState } from 'react';
import type { PublicationView, PublicationWords } from '../../../../src/desk/contract.ts';
import { problemOf } from '../../../api/call.ts';
import { momentOf } from '../../../components/day.ts';
import { wrongAt } from '../../../components/field.tsx';
import { focusFirstWrong } from '../../../components/focus-wrong.ts';
import { LongField } from '../../../components/long-field.tsx';
import { ProblemNote } from '../../../components/problem-note.tsx';
import { AttachedPart } from './attached-part.tsx';
import { BodyPart } from './body-part.tsx';
import { ElsewhereNote, KeepingNote, TakenUpNote } from './kept-note.tsx';
import { MetadataFields } from './metadata-fields.tsx';
import { PlaceFields } from './place-fields.tsx';
import type { useWriting } from './use-writing.ts';
import { lacking, type TextName, type Written } from './written.ts';
import '../../../components/official-text.css';
import '../../../components/side-form.css';
import '../../../components/step.css';
import '../publication.css';
import './writing.css';

export type AfterSaving = '' | '/preview';

export interface WritingFormProps {
  readonly words: PublicationWords;
  /** The document that is edited; null for a new one. */
  readonly before: PublicationView | null;
  readonly writing: ReturnType<typeof useWriting>;
  readonly error: unknown;
  readonly pending: boolean;
  /** @param opens the page that is opened once it is saved: its own, or how the public will see it */
  readonly onSave: (opens: AfterSaving) => void;
  readonly onLeave: () => void;
  /** Somebody else has saved another text since this one was begun. */
  readonly overtaken?: boolean;
  /** Ways out of a refusal. */
  readonly children?: ReactNode;
}

/** What the parts of the form are given. */
export interface PartProps {
  readonly words: PublicationWords;
  readonly before: PublicationView | null;
  readonly written: Written;
  readonly write: (change: Partial<Written>) => void;
  readonly field: (name: TextName) => {
    readonly value: string;
    readonly onChange: (value: string) => void;
    readonly wrong: ReturnType<typeof wrongAt> | string;
  };
  readonly wrong: (name: keyof Written) => string | null;
}

export function WritingForm(props: WritingFormProps) {
  const { words, before, writing, error, pending, onSave, onLeave, overtaken = false, children } = props;
  const { written, write, dirty, takenUp, keeping } = writing;
  // What the editor of the body begins with is read once.
  const [round, setRound] = useState(0);
  const [asked, setAsked] = useState(false);
  const leave = async (how: () => Promise<void>) => {
    await how();
    onLeave();
  };
  const [tried, setTried] = useState(false);
  const isPublic = before?.live != null;
  const lacks = lacking(written, isPublic);
  const issues = error ? problemOf(error).issues : [];
  const wrong = (name: keyof Written) => (tried ? (lacks[name] ?? null) : null);
  const field: PartProps['field'] = (name) => ({
    value: written[name],
    onChange: (value) => write({ [name]: value }),
    wrong: wrong(name) ?? wrongAt(issues, `/particulars/${name}`) ?? wrongAt(issues, `/${name}`),
  });
  const part = { words, before, written, write, field, wrong };
  const save = (form: HTMLFormElement, opens: AfterSaving) => {
    setTried(true);
    if (Object.keys(lacks).length > 0) focusFirstWrong(form);
    else onSave(opens);
  };
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    save(event.currentTarget, '');
  };
  return (
    <form className="writing" onSubmit={submit} noValidate aria-label={before ? '修改稿件' : '起草信息'}>
      {takenUp && (
        <TakenUpNote
          at={keeping.is === 'kept' ? keeping.at : null}
          overtaken={overtaken}
          isNew={before === null}
          onBeginAnew={() => {
            void writing.beginAnew();
            setRound((last) => last + 1);
          }}
        />
      )}
      {before?.schedule && (
        <p className="writing-warning" role="status">
          这一稿定于 {momentOf(before.schedule.from)} 由系统发布（{before.schedule.by}
          设定）。改动保存以后，定时作废：要重新审校，再由发布人重新设定。只是看看的，不要保存。
        </p>
      )}
      <PlaceFields {...part} />
      <BodyPart key={round} {...part} />
      <AttachedPart {...part} />
      <MetadataFields {...part} />
      <section className="card writing-end" aria-label="保存">
        {isPublic && (
          <LongField
            label="修改说明"
            rows={2}
            {...field('changeNote')}
            hint="公开过的信息，改了什么、为什么改，会显示在页面上。新的一稿审校发布以前，公众看到的还是原来的一稿。"
          />
        )}
        <ProblemNote error={error}>{children}</ProblemNote>
        {tried && Object.keys(lacks).length > 0 && (
          <p className="field-wrong" role="alert">
            还有 {Object.keys(lacks).length} 处没有填写，见上面的红字。
          </p>
        )}
        <p className="head-buttons">
          <Button type="primary" size="large" htmlType="submit" loading={pending}>
            保存稿件
          </Button>
          <Button
            size="large"
            disabled={pending}
            onClick={(event) => save(event.currentTarget.closest('form')!, '/preview')}
          >
            保存并预览
          </Button>
          {!asked && (
            <Button size="large" disabled={pending} onClick={() => void leave(writing.putAside)}>
              {dirty ? '先放着，返回' : '返回'}
            </Button>
          )}
          {dirty && !asked && (
            <Button size="large" type="text" onClick={() => setAsked(true)}>
              丢掉改动
            </Button>
          )}
        </p>
        {asked && (
          <div className="writing-warning" role="alert">
            <p>丢掉以后，没有保存的内容找不回来。</p>
            <p className="head-buttons">
              <Button danger onClick={() => void leave(writing.forget)}>
                丢掉，返回
              </Button>
              <Button onClick={() => setAsked(false)}>接着写</Button>
            </p>
          </div>
        )}
        <KeepingNote keeping={keeping} />
      </section>
      {keeping.is === 'elsewhere' && (
        <ElsewhereNote
          other={keeping.other}
          isNew={before === null}
          readAt={before ? `/publications/${before.id}/edit` : '/publications/new'}
          onMine={() => void writing.keepMine(keeping.other)}
          onOther={(other) => {
            writing.takeOther(other);
            setRound((last) => last + 1);
          }}
          onLeave={() => void leave(writing.forget)}
        />
      )}
    </form>
  );
}
