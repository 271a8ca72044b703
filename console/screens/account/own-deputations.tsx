/** 我的代理: to whom I lend posts while I am away, and for whom I stand in. */

import { DeputationForm } from '../../components/deputations/deputation-form.tsx';
import { DeputationRows } from '../../components/deputations/deputation-rows.tsx';
import { useDeputations } from '../../components/deputations/use-deputations.ts';
import { DoneNote } from '../../components/done-note.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { RowsSkeleton } from '../../components/rows-skeleton.tsx';

export function OwnDeputations() {
  const { query, writing, turn, done, give, end } = useDeputations();
  const rows = { pending: end.isPending, onEnd: end.mutate };
  return (
    <Loaded query={query} skeleton={<RowsSkeleton />}>
      {({ today, own, deputies, given, held }) => (
        <section className="deputation-part" aria-labelledby="deputations">
          <h2 id="deputations">代理</h2>
          <DoneNote says={done} />
          <ProblemNote error={end.error} />
          {given.length > 0 && <DeputationRows caption="我交人代理的" lines={given} {...rows} />}
          {held.length > 0 && <DeputationRows caption="我代理的" lines={held} {...rows} />}
          {writing && own ? (
            <DeputationForm
              {...{ today, deputies, principals: [own] }}
              error={give.error}
              pending={give.isPending}
              onSave={give.mutate}
              onLeave={() => turn(false)}
            />
          ) : (
            <p className="own-deputation">
              {own === null ? (
                <span className="soft">你没有可以交人代理的岗位。</span>
              ) : (
                <>
                  <button type="button" className="step-button" onClick={() => turn(true)}>
                    请人代理
                  </button>
                  <span className="soft">休假、出差时，按日期把岗位交给同事，期满自动失效。</span>
                </>
              )}
            </p>
          )}
        </section>
      )}
    </Loaded>
  );
}
