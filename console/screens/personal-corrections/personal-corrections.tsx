/** 更正申请: what people asked to have put right about themselves, the figures of the year, and the form for a new one. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useLocation } from 'wouter';
import type { CorrectionPage } from '../../../src/desk/contract.ts';
import { call } from '../../api/call.ts';
import { Empty } from '../../components/empty.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { Pages } from '../../components/pages.tsx';
import { useRowKeys } from '../../components/row-keys.ts';
import { RowsSkeleton } from '../../components/rows-skeleton.tsx';
import { usePage } from '../../components/use-page.ts';
import { WaitingLine } from '../../components/waiting-line.tsx';
import '../../components/waiting.css';
import { NewCorrectionForm } from './new-correction-form.tsx';
import './personal-corrections.css';

export default function PersonalCorrections() {
  const [page] = usePage();
  const query = useQuery({
    queryKey: ['personal-corrections', page],
    queryFn: ({ signal }) => call('GET /api/personal-corrections', { query: { page }, signal }),
  });
  useRowKeys();
  return (
    <Loaded query={query} skeleton={<RowsSkeleton />} alone>
      {(view) => <OpenList view={view} page={page} />}
    </Loaded>
  );
}

function OpenList({ view, page }: { readonly view: CorrectionPage; readonly page: number }) {
  const [registering, setRegistering] = useState(false);
  const [, goTo] = useLocation();
  const client = useQueryClient();
  const [, turn] = usePage();
  const { lines, total, pageSize, figures, agencies } = view;
  return (
    <>
      <header className="screen-head">
        <h1>更正申请</h1>
        {agencies.length > 0 && !registering && (
          <button type="button" className="step-button" onClick={() => setRegistering(true)}>
            登记更正申请
          </button>
        )}
      </header>
      <p className="soft">
        认为机关关于本人的记录不准确、要求更正的（《条例》第四十一条）；不是信息公开申请，不计入年度报告表三。
      </p>
      <dl className="correction-figures">
        {figures.map(({ term, count }) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{count}</dd>
          </div>
        ))}
      </dl>
      {registering && (
        <NewCorrectionForm
          view={view}
          onLeave={() => setRegistering(false)}
          onDone={async (id) => {
            await client.invalidateQueries({ queryKey: ['personal-corrections'] });
            goTo(`/personal-corrections/${id}`);
          }}
        />
      )}
      {total === 0 ? (
        <Empty says="没有登记过更正申请。" begin="有人当面或者来信要求更正关于本人的记录的，在这里登记。" />
      ) : (
        <section className="waiting" aria-label="更正申请列表">
          <ul>
            {lines.map((line) => (
              <WaitingLine
                key={line.id}
                standing={line}
                to={`/personal-corrections/${line.id}`}
                what={line.record}
                bits={[line.number, line.maskedName, line.agency, line.outcome ?? line.state]}
              />
            ))}
          </ul>
          <Pages page={page} pageSize={pageSize} total={total} onTurn={turn} />
        </section>
      )}
    </>
  );
}
