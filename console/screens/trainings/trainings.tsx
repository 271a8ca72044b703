/** 培训: the year's plan with who came and how they answered. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { Link, useSearchParams } from 'wouter';
import type { TrainingLine, TrainingPage } from '../../../src/desk/contract.ts';
import { call, download } from '../../api/call.ts';
import { useSession } from '../../api/session.ts';
import { useSend } from '../../api/use-send.ts';
import { DoneNote } from '../../components/done-note.tsx';
import { Empty } from '../../components/empty.tsx';
import { keepFile } from '../../components/keep-file.ts';
import { Loaded } from '../../components/loaded.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { useRowKeys } from '../../components/row-keys.ts';
import { RowsSkeleton } from '../../components/rows-skeleton.tsx';
import { yearFrom } from '../../components/year-from.ts';
import { YearLinks } from '../../components/year-links.tsx';
import '../../components/table.css';
import { NewTrainingForm } from './new-training-form.tsx';
import './trainings.css';

export default function Trainings() {
  const { today } = useSession();
  const [search] = useSearchParams();
  const year = yearFrom(search.get('year'), today);
  const query = useQuery({
    queryKey: ['trainings', year],
    queryFn: ({ signal }) => call('GET /api/trainings', { query: { year }, signal }),
  });
  useRowKeys();
  return (
    <>
      <header className="screen-head">
        <h1>培训</h1>
        <YearLinks year={year} hrefOf={(one) => `/trainings?year=${one}`} />
      </header>
      <p className="soft">
        先计划，办完登记到场的人。试卷由系统从查到过的问题和规则里抽题，每题写明依据；参加的人各答一次，成绩记在这里。
      </p>
      <Loaded query={query} skeleton={<RowsSkeleton />}>
        {(view) => <Shown key={view.year} view={view} />}
      </Loaded>
    </>
  );
}

function Shown({ view }: { readonly view: TrainingPage }) {
  const client = useQueryClient();
  const [planning, setPlanning] = useState(false);
  const [done, setDone] = useState('');
  const { year, lines, held, persons, agencies } = view;
  const sheet = useSend((_: undefined) => download('POST /api/trainings/export', { query: { year } }), keepFile);
  return (
    <>
      <DoneNote says={done} />
      <dl className="training-figures">
        <div>
          <dt>已举办</dt>
          <dd>{`${held} 期`}</dd>
        </div>
        <div>
          <dt>到场</dt>
          <dd>{`${persons} 人次`}</dd>
        </div>
      </dl>
      {planning ? (
        <NewTrainingForm
          view={view}
          onLeave={() => setPlanning(false)}
          onDone={(says) => {
            setPlanning(false);
            setDone(says);
            return client.invalidateQueries({ queryKey: ['trainings'] });
          }}
        />
      ) : (
        <p className="training-buttons screen-only">
          {agencies.length > 0 && (
            <button type="button" className="step-button" onClick={() => setPlanning(true)}>
              计划一期培训
            </button>
          )}
          {lines.length > 0 && (
            <Button loading={sheet.isPending} onClick={() => sheet.mutate(undefined)}>
              导出培训台账
            </Button>
          )}
        </p>
      )}
      <ProblemNote error={sheet.error} />
      {lines.length === 0 ? (
        <Empty
          says={`${year}年还没有计划培训。`}
          begin={agencies.length > 0 ? '计划一期，选好参加的人，再出试卷。' : '由公开工作机构负责人计划。'}
        />
      ) : (
        <div className="card table-card">
          <table className="rows">
            <thead>
              <tr>
                <th scope="col">培训</th>
                <th scope="col">日期</th>
                <th scope="col">状态</th>
                <th scope="col">到场</th>
                <th scope="col">答题</th>
              </tr>
            </thead>
            <tbody>
              {lines.map((line) => (
                <Row key={line.id} line={line} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  );
}

function Row({ line }: { readonly line: TrainingLine }) {
  const day = line.heldOn ?? line.plannedOn;
  return (
    <tr className="row" data-row>
      <th scope="row">
        <Link href={`/trainings/${line.id}`}>{line.title}</Link>
        <span className="soft">{line.agency}</span>
      </th>
      <td>
        <time dateTime={day}>{day}</time>
      </td>
      <td>
        <span className={line.standing === 'overdue' ? 'field-wrong' : undefined}>{line.term}</span>
        {line.cancelledBecause !== null && <span className="soft">{line.cancelledBecause}</span>}
      </td>
      <td>{line.heldOn === null ? `应到 ${line.invited} 人` : `${line.attended} 人`}</td>
      <td>
        {line.quiz === null ? (
          <span className="soft">没有试卷</span>
        ) : (
          <>
            {`${line.quiz.answered} 人答题`}
            <span className="soft">{`合格 ${line.quiz.passed} 人`}</span>
          </>
        )}
      </td>
    </tr>
  );
}
