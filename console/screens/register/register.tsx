/** 登记申请: what came in over any channel is registered, complete or not; what it lacks is asked for afterwards. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { RegisteredView } from '../../../src/desk/contract.ts';
import { call } from '../../api/call.ts';
import { useSession } from '../../api/session.ts';
import { vocabularyQuery } from '../../api/vocabulary.ts';
import { Loaded } from '../../components/loaded.tsx';
import { newSubmission } from '../../components/new-submission.ts';
import { RowsSkeleton } from '../../components/rows-skeleton.tsx';
import { Receipt } from './receipt.tsx';
import { RegisterForm } from './register-form.tsx';
import { blankRegistration, toSend, type Written } from './written.ts';
import './register.css';

export default function Register() {
  const { today } = useSession();
  const vocabulary = useQuery(vocabularyQuery);
  const client = useQueryClient();
  const [written, setWritten] = useState<Written>(() => blankRegistration(today, newSubmission()));
  const register = useMutation({
    mutationFn: (sends: ReturnType<typeof toSend>): Promise<RegisteredView> => call('POST /api/requests', { sends }),
    onSuccess: () => client.invalidateQueries({ predicate: ({ queryKey }) => LISTS.includes(queryKey[0]) }),
  });
  const again = () => {
    register.reset();
    setWritten(blankRegistration(today, newSubmission()));
  };

  if (register.data) {
    const agencies = vocabulary.data?.agencies ?? [];
    const agency = (agencies.find(({ name }) => name === written.agencyId) ?? agencies[0])?.term ?? '';
    return <Receipt registered={register.data} written={written} agency={agency} again={again} />;
  }
  return (
    <>
      <header className="screen-head">
        <h1>登记申请</h1>
        <p className="soft">材料不全也先登记，登记以后再要求补正。不问用途。</p>
      </header>
      <Loaded query={vocabulary} skeleton={<RowsSkeleton />}>
        {(words) => (
          <RegisterForm
            words={words}
            written={written}
            onWrite={(change) => setWritten((before) => ({ ...before, ...change }))}
            today={today}
            error={register.error}
            pending={register.isPending}
            onRegister={() => register.mutate(toSend(written, words))}
          />
        )}
      </Loaded>
    </>
  );
}

const LISTS: readonly unknown[] = ['inbox', 'applications'];
