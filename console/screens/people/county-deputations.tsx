/** 代理: all of the agencies one looks after; the security administrator gives and ends them for who is not there to do it himself. */

import { DeputationForm } from '../../components/deputations/deputation-form.tsx';
import { DeputationRows } from '../../components/deputations/deputation-rows.tsx';
import { useDeputations } from '../../components/deputations/use-deputations.ts';
import { DoneNote } from '../../components/done-note.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { RowsSkeleton } from '../../components/rows-skeleton.tsx';

export function CountyDeputations() {
  const { query, writing, turn, done, give, end } = useDeputations();
  return (
    <Loaded query={query} skeleton={<RowsSkeleton />}>
      {({ today, county }) =>
        county && (
          <section className="deputation-part" aria-labelledby="deputations">
            <h2 id="deputations">代理</h2>
            <DoneNote says={done} />
            <ProblemNote error={end.error} />
            {county.lines.length > 0 ? (
              <DeputationRows caption="代理" lines={county.lines} pending={end.isPending} onEnd={end.mutate} />
            ) : (
              <p className="soft">
                没有代理。有人休假、出差，本人在“我的账号”里请人代理；本人办不了的，由安全管理员交办。
              </p>
            )}
            {writing && (
              <DeputationForm
                {...{ today, principals: county.principals, deputies: county.deputies }}
                error={give.error}
                pending={give.isPending}
                onSave={give.mutate}
                onLeave={() => turn(false)}
              />
            )}
            {!writing && county.principals.length > 0 && (
              <p className="own-deputation">
                <button type="button" className="step-button" onClick={() => turn(true)}>
                  交办代理
                </button>
              </p>
            )}
          </section>
        )
      }
    </Loaded>
  );
}
