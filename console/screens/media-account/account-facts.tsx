/** 台账: what is known of the account, and what became of it. */
import type { MediaAccountView } from '../../../src/desk/contract.ts';
import { Bits } from '../../components/bits.tsx';

export function AccountFacts({ view: { line, events } }: { readonly view: MediaAccountView }) {
  const facts: readonly (readonly [string, string | null])[] = [
    ['平台', line.platformTerm],
    ['账号标识', line.handle || '没有填写'],
    ['主办单位', line.agency],
    ['联系人', line.contact],
    ['开设', line.openedOn],
    ['备案', line.filedNumber ? `${line.filedNumber}（${line.filedOn}）` : '待备案'],
    ['注销', line.closedOn && `${line.closedOn}，${line.closedWhy}`],
  ];
  return (
    <div className="account-ledger">
      <section className="card" aria-labelledby="facts">
        <h2 id="facts">台账</h2>
        <dl className="account-facts">
          {facts
            .filter(([, said]) => said)
            .map(([term, said]) => (
              <div key={term}>
                <dt>{term}</dt>
                <dd>{said}</dd>
              </div>
            ))}
        </dl>
      </section>
      <section className="card" aria-labelledby="events">
        <h2 id="events">经过</h2>
        <ol className="account-events">
          {events.map(({ type, on, says, by }) => (
            <li key={`${on}-${type}-${says}`}>
              <Bits of={[on, type, by]} />
              <p>{says}</p>
            </li>
          ))}
        </ol>
      </section>
    </div>
  );
}
