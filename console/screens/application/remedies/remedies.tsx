/** 复议、诉讼 about this file: each with how it stands and what may be recorded of it, and the form for a new one. */
import { Button } from 'antd';
import { useState } from 'react';
import { NewRemedyForm } from '../../../components/remedies/new-remedy-form.tsx';
import type { Stage } from '../acts/act-field.ts';
import { RemedyLine } from './remedy-line.tsx';
import './remedies.css';

export function Remedies({ stage }: { readonly stage: Stage }) {
  const { words } = stage;
  const { remedies, recordRemedy, line, today } = stage.file;
  const [recording, setRecording] = useState(false);
  const close = () => setRecording(false);
  if (remedies.length === 0 && !recordRemedy.allowed) return null;
  return (
    <section className="card remedies" aria-labelledby="remedies">
      <h2 id="remedies">行政复议、行政诉讼</h2>
      {remedies.length === 0 && <p className="soft">没有登记过这件申请的复议、诉讼。</p>}
      <ul>
        {remedies.map((remedy) => (
          <RemedyLine key={remedy.id} remedy={remedy} stage={stage} />
        ))}
      </ul>
      {recordRemedy.allowed &&
        (recording ? (
          <NewRemedyForm
            key={line.id}
            agencies={words.agenciesRead.filter(({ term }) => term === line.agency)}
            requestId={line.id}
            words={words}
            today={today}
            term={recordRemedy.term}
            onDone={close}
            onLeave={close}
          />
        ) : (
          <Button onClick={() => setRecording(true)}>{recordRemedy.term}</Button>
        ))}
    </section>
  );
}
