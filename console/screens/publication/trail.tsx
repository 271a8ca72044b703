/** 经过: what was done with its editions, newest first, and whether it stands on the one that lies there now. */
import type { PublicationView } from '../../../src/desk/contract.ts';
import { momentOf } from '../../components/day.ts';

export function Trail({ view: { trail } }: { readonly view: PublicationView }) {
  return (
    <section className="card trail" aria-labelledby="trail">
      <h2 id="trail">经过</h2>
      {trail.length === 0 ? (
        <p className="soft">还没有审校的记录。送审、审校、退回、判定都记在这里，只增不改。</p>
      ) : (
        <ol>
          {trail.map(({ n, what, by, at, said, onThis }) => (
            <li key={n} className={onThis ? undefined : 'of-before'}>
              <time dateTime={at}>{momentOf(at)}</time>
              <div>
                <p>
                  <strong>{what}</strong>
                  {!onThis && <span className="soft">（先前的一稿）</span>}
                </p>
                {said !== '' && <p className="trail-said">{said}</p>}
              </div>
              <span className="soft">{by}</span>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
