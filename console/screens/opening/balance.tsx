/** 期初余额 of one kind: by sheet, or one by one. What was entered is said above, with whatever has to be handed on. */
import { type ComponentType, useState } from 'react';
import type { EnteredView, OpeningView } from '../../../src/desk/contract.ts';
import { useSend } from '../../api/use-send.ts';
import { DoneNote } from '../../components/done-note.tsx';
import { onlyAgency } from '../../components/only-agency.ts';
import { useRecount } from '../../components/use-recount.ts';
import type { EntryFormProps } from './entry-form.ts';
import { NotYours } from './not-yours.tsx';
import { PARTS } from './parts.ts';
import { SheetPanel, type SheetPanelProps } from './sheet-panel.tsx';

export interface PartProps {
  readonly view: OpeningView;
  readonly today: string;
}

export interface BalanceProps<Sent> extends PartProps, Pick<SheetPanelProps, 'template' | 'sheet'> {
  readonly part: 'documents' | 'applications';
  readonly hint: string;
  readonly Form: ComponentType<EntryFormProps<Sent>>;
  readonly send: (sent: Sent) => Promise<EnteredView>;
}

export function Balance<Sent extends { readonly agencyId: string }>({
  view,
  today,
  part,
  hint,
  Form,
  send,
  template,
  sheet,
}: BalanceProps<Sent>) {
  const [byForm, setByForm] = useState(false);
  const [done, setDone] = useState('');
  // After each entry the form stands empty for the next.
  const [round, setRound] = useState(0);
  const [agencyId, setAgencyId] = useState(onlyAgency(PARTS[part].agencies(view)).name);
  const recount = useRecount();
  const told = (says: string) => {
    setDone(says);
    return recount();
  };
  const enter = useSend(send, ({ says }, sent) => {
    setAgencyId(sent.agencyId);
    setRound((before) => before + 1);
    return told(says);
  });
  const { term, agencies } = PARTS[part];
  if (agencies(view).length === 0) return <NotYours />;
  return (
    <>
      <DoneNote says={done} />
      {byForm ? (
        <Form
          key={round}
          view={view}
          today={today}
          agencyId={agencyId}
          error={enter.error}
          pending={enter.isPending}
          onSave={enter.mutate}
          onLeave={() => {
            enter.reset();
            setByForm(false);
          }}
        />
      ) : (
        <>
          <SheetPanel
            term={term}
            agencies={agencies(view)}
            template={template}
            sheet={sheet}
            accept=".xlsx"
            hint={hint}
            onEntered={told}
            onTurn={() => setDone('')}
          />
          <p className="or-one">
            <button type="button" className="step-button" onClick={() => setByForm(true)}>
              只登记一件，用表单
            </button>
          </p>
        </>
      )}
    </>
  );
}
