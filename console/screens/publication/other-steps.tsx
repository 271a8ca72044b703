/** 其他步骤: what else may be done with the document; what may not, with the reason. */

import { Link } from 'wouter';
import type { PublicationView } from '../../../src/desk/contract.ts';
import { useSession } from '../../api/session.ts';
import { DeniedSteps } from '../../components/denied-steps.tsx';
import type { TurnProps } from './next-step.tsx';
import { SheetButtons } from './sheet-buttons.tsx';

export function OtherSteps({ view, turnedTo, onTurn }: TurnProps & { readonly view: PublicationView }) {
  const { verbs, turns } = view;
  const { rooms } = useSession();
  const first = turns.filter(({ mine }) => mine).map(({ verb }) => verb as string);
  // A finding is let stand beside the finding; what the next step offers is not offered twice.
  const offered = ['clearFinding', turnedTo, ...(first.includes('revise') ? ['answerReturn'] : [])];
  const rest = verbs.filter(({ verb }) => !offered.includes(verb));
  const allowed = rest.filter(({ verb, allowed: may }) => may && (verb === 'revise' || !first.includes(verb)));
  const denied = rest.filter(({ allowed: may }) => !may);
  return (
    <section className="card publication-others screen-only" aria-labelledby="others">
      <h2 id="others">其他步骤</h2>
      {allowed.length > 0 && (
        <ul className="other-verbs">
          {allowed.map(({ verb, term }) => (
            <li key={verb}>
              {verb === 'revise' ? (
                <Link href={`/publications/${view.id}/edit`} className="step-button">
                  {term}
                </Link>
              ) : (
                <button type="button" className="step-button" onClick={() => onTurn(verb as never)}>
                  {term}
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
      {view.live && !view.withdrawal && (
        <p className="head-buttons outward">
          {view.address && (
            <a className="step-button" href={view.address} target="_blank" rel="noreferrer">
              在门户上看（新窗口）
            </a>
          )}
          {rooms.includes('publications') && (
            <Link href={`/wechat-posts/new?document=${encodeURIComponent(view.id)}`} className="step-button">
              发到公众号
            </Link>
          )}
        </p>
      )}
      <SheetButtons id={view.id} />
      <DeniedSteps verbs={denied} />
    </section>
  );
}
