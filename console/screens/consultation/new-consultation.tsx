/** 起草征集调查: the form alone; what is saved is a draft that nobody outside sees. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useLocation } from 'wouter';
import type { ConsultationTextView, ConsultationWords } from '../../../src/desk/contract.ts';
import { call } from '../../api/call.ts';
import { useSend } from '../../api/use-send.ts';
import { AgencyField } from '../../components/agency-field.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { onlyAgency } from '../../components/only-agency.ts';
import { RowsSkeleton } from '../../components/rows-skeleton.tsx';
import { TextForm } from './text-form.tsx';

const EMPTY: ConsultationTextView = {
  form: 'opinions',
  title: '',
  explanation: '',
  draft: '',
  questions: [],
  otherWays: '',
  matter: 'decision',
  days: 30,
  whyShorter: '',
};

export default function NewConsultation() {
  const words = useQuery({
    queryKey: ['consultation-words'],
    queryFn: ({ signal }) => call('GET /api/consultation-words', { signal }),
  });
  return (
    <>
      <header className="screen-head">
        <h1>起草征集调查</h1>
      </header>
      <Loaded query={words} skeleton={<RowsSkeleton />}>
        {(loaded) => <Draft words={loaded} />}
      </Loaded>
    </>
  );
}

function Draft({ words }: { readonly words: ConsultationWords }) {
  const client = useQueryClient();
  const [, goTo] = useLocation();
  const [agencyId, setAgencyId] = useState(onlyAgency(words.agencies).name);
  const [tried, setTried] = useState(false);
  const send = useSend(
    (text: ConsultationTextView) => call('POST /api/consultations', { sends: { agencyId, text } }),
    async (made) => {
      await client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] === 'consultations' });
      client.setQueryData(['consultation', made.line.id], made);
      goTo(`/consultations/${made.line.id}`);
    },
  );
  return (
    <TextForm
      title="起草"
      verb="保存草稿"
      text={EMPTY}
      words={words}
      mayChangeForm
      error={send.error}
      pending={send.isPending}
      onSend={(text) => {
        setTried(true);
        if (agencyId === '') return false;
        send.mutate(text);
        return true;
      }}
      onLeave={() => goTo('/consultations')}
    >
      <AgencyField
        agencies={words.agencies}
        value={agencyId}
        onChange={setAgencyId}
        wrong={tried && agencyId === '' ? '请选择机关。' : undefined}
      />
    </TextForm>
  );
}
