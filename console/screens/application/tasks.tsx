/** 协办: what other departments were asked for, until when, and what they have answered. */
import { Light } from '../../components/light.tsx';
import type { Stage } from './acts/act-field.ts';
import './tasks.css';

export function Tasks({ stage: { file } }: { readonly stage: Stage }) {
  if (file.tasks.length === 0) return null;
  return (
    <section className="card tasks" aria-labelledby="tasks">
      <h2 id="tasks">协办</h2>
      <p className="soft">协办不停止计算答复期限。催办、确认、退回、撤回在“其他步骤”里办理。</p>
      <ul>
        {file.tasks.map(({ n, name, what, state, dueOn, late, answer, reminders }) => (
          <li key={n} className="task">
            <p className="task-head">
              <strong>{name}</strong>
              {late && <Light light="overdue" />}
              <span className="soft">
                {state} · 限 {dueOn}
                {reminders > 0 && ` · 已催办 ${reminders} 次`}
              </span>
            </p>
            <p>{what}</p>
            {answer !== '' && <blockquote className="task-answer">{answer}</blockquote>}
          </li>
        ))}
      </ul>
    </section>
  );
}
