/** 下一步: where the file stands, the one step that comes next with its article and what it will cause, and the others below. */
import { Button } from 'antd';
import type { ActVerb, RequestAct, VerbView } from '../../../src/desk/contract.ts';
import { withWeekday } from '../../components/day.ts';
import type { Stage } from './acts/act-field.ts';
import { openingValues, type Values } from './acts/act-of.ts';
import { ActPanel, type Going } from './acts/act-panel.tsx';
import { DECIDED } from './acts/dissent-fields.ts';
import { hasOwnPlace } from './acts/task-steps.ts';
import { DraftShown, NotProvided } from './draft-shown.tsx';
import { OtherSteps } from './other-steps.tsx';
import type { Written } from './use-written.ts';

/** On the page of a file every verb is one of its acts. */
export type FileVerbView = VerbView & { readonly verb: ActVerb };

/** What every form of an act on the page is given. */
export interface ActingProps {
  readonly stage: Stage;
  /** The verb the officer turned to; null for the next step itself. */
  readonly turnedTo: ActVerb | null;
  readonly onTurn: (verb: ActVerb | null) => void;
  readonly written: Written;
  readonly onWrite: (verb: ActVerb, values: Values) => void;
  readonly error: unknown;
  readonly pending: boolean;
  readonly onAct: (act: RequestAct, going: Going) => void;
  readonly onReload: () => void;
}

/** Steps that pass the draft on, as it stands. */
const PASSES_ON: readonly ActVerb[] = ['legalCheck', 'secrecyCheck', 'skipReview', 'sign', 'serve'];

export function NextStep({ stage, turnedTo, onTurn, written, onWrite, error, pending, onAct, onReload }: ActingProps) {
  const { file } = stage;
  const verbs = file.verbs as readonly FileVerbView[];
  const next = file.next as FileVerbView | null;
  // What is done about a task or an attachment stands beside it.
  const shown = verbs.find(({ verb }) => verb === turnedTo && !hasOwnPlace(verb)) ?? next;
  return (
    <div className="middle">
      <section className="card step" aria-labelledby="step">
        <p className="situation" role="status">
          {file.situation}
        </p>
        {shown === null ? (
          <h2 id="step">没有要办的步骤</h2>
        ) : (
          <>
            <h2 id="step">
              <span className="soft">{shown.lateUntil ? '补记' : shown === next ? '下一步' : '办理'}</span>
              {shown.term}
            </h2>
            {shown.causes && <p>{shown.causes}</p>}
            <p className="basis">依据：{shown.basis}</p>
            {shown.actingFor && <p className="basis">你以代理人的身份办理，卷内写明代{shown.actingFor}。</p>}
            {shown.lateUntil && (
              <p className="late-entry">
                期限到 {withWeekday(shown.lateUntil)} 为止，今天不能再办。期限以内已经办了、还没有登记的，可以补记。
              </p>
            )}
            {PASSES_ON.includes(shown.verb) && shown.allowed && <NotProvided id={file.line.id} />}
            {shown.allowed ? (
              <ActPanel
                key={shown.verb}
                verb={shown}
                stage={stage}
                settled={shown.verb === 'settleDissent' && file.dissentsDecided ? DECIDED : []}
                values={written[shown.verb] ?? openingValues(shown.verb, stage, Boolean(shown.lateUntil))}
                onWrite={(values) => onWrite(shown.verb, values)}
                error={hasOwnPlace(turnedTo) ? null : error}
                pending={pending}
                onAct={onAct}
                onReload={onReload}
              />
            ) : (
              <p className="not-mine">{shown.why}</p>
            )}
            {shown !== next && (
              <Button type="link" className="back" onClick={() => onTurn(null)}>
                回到下一步
              </Button>
            )}
          </>
        )}
      </section>
      {shown?.verb !== 'draftReply' && <DraftShown stage={stage} />}
      <OtherSteps
        verbs={verbs.filter(({ verb, allowed }) => verb !== shown?.verb && !(allowed && hasOwnPlace(verb)))}
        onTurn={onTurn}
      />
    </div>
  );
}
