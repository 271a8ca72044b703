/** 下一步: whose turn it is and what he does; whoever only waits reads for whom. */
import { Button } from 'antd';
import { Link } from 'wouter';
import type { PublicationView } from '../../../src/desk/contract.ts';
import { momentOf } from '../../components/day.ts';
import { ReasonForm } from '../../components/reason-form.tsx';
import type { ActingProps, PublicationAct } from './acts/act.ts';
import { NotDoneNote } from './acts/not-done.tsx';
import { PassForm } from './acts/pass-form.tsx';
import { Press } from './acts/press.tsx';
import { PublishForm } from './acts/publish-form.tsx';
import { RepealForm } from './acts/repeal-form.tsx';
import { ScheduleForm } from './acts/schedule-form.tsx';
import { WithdrawForm } from './acts/withdraw-form.tsx';
import '../../components/side-form.css';
import '../../components/step.css';
import './acts/acts.css';

export interface TurnProps {
  readonly turnedTo: PublicationAct['verb'] | null;
  readonly onTurn: (verb: PublicationAct['verb'] | null) => void;
}

export function NextStep({ turnedTo, onTurn, ...acting }: ActingProps & TurnProps) {
  const { view } = acting;
  const [mine] = view.turns.filter((turn) => turn.mine);
  const others = view.turns.filter((turn) => turn !== mine);
  const turned = view.verbs.find(({ verb, allowed }) => verb === turnedTo && allowed);
  return (
    <section className="card step" aria-labelledby="step">
      {turned ? (
        <>
          <h2 id="step">
            <span className="soft">办理</span>
            {turned.term}
          </h2>
          <ActForm verb={turned.verb} {...acting} onLeave={() => onTurn(null)} />
          {!HAS_ITS_WAY_BACK.includes(turned.verb) && (
            <Button type="link" className="back" onClick={() => onTurn(null)}>
              回到下一步
            </Button>
          )}
        </>
      ) : (
        <>
          <h2 id="step">
            {mine && <span className="soft">下一步</span>}
            {mine ? mine.term : others.length > 0 ? '现在不用你办' : view.schedule ? '等到时发布' : '没有要办的步骤'}
          </h2>
          {view.schedule?.missed && (
            <p className="problem-note">
              定于 {momentOf(view.schedule.from)} 发布，没有发出：{view.schedule.missed}
            </p>
          )}
          {view.lostSchedule && (
            <p className="problem-note">
              原定 {momentOf(view.lostSchedule.from)} 的定时发布已经作废：{view.lostSchedule.by}
              改了稿件。要重新审校，再重新设定时间。
            </p>
          )}
          {mine && <MyTurn turn={mine} onTurn={onTurn} {...acting} />}
          {!mine && <NotDoneNote error={acting.error} onReload={acting.onReload} />}
          <Waits turns={others} also={Boolean(mine)} />
          {view.turns.length === 0 && <p>{restsAt(view)}</p>}
        </>
      )}
    </section>
  );
}

type Turn = PublicationView['turns'][number];

function Waits({ turns, also }: { readonly turns: readonly Turn[]; readonly also: boolean }) {
  if (turns.length === 0) return null;
  return (
    <ul className="waits">
      {turns.map(({ term, who }) => (
        <li key={term}>
          {also ? '同时等' : '等'} <strong>{who}</strong> {term}
        </li>
      ))}
    </ul>
  );
}

function restsAt({ state, withdrawal, ending, schedule, verbs }: PublicationView): string {
  if (schedule)
    return `定于 ${momentOf(schedule.from)} 由系统发布（${schedule.by}设定）。在这以前改了稿件的，要重新审校、重新设定；到时系统检查通不过的，不发布。`;
  if (withdrawal)
    return `${withdrawal.on} 撤回：${withdrawal.term}。要重新公开的，先修改，再按审校规则发布；重复的，在并入的那一条上修改。`;
  if (ending) return `${ending.on} 起${ending.term}，依据：${ending.by}。`;
  const how = verbs.some(({ verb, allowed }) => verb === 'revise' && allowed)
    ? '点“修改”写新的一稿'
    : '由编辑写新的一稿';
  return `这条信息${state}。要改的，${how}；新的一稿发布以前，公众看到的是现在这一稿。`;
}

function MyTurn({ turn, onTurn, ...acting }: ActingProps & Pick<TurnProps, 'onTurn'> & { readonly turn: Turn }) {
  const { view } = acting;
  const step = view.review?.tracks.flatMap(({ steps }) => steps).find(({ name }) => name === turn.step);
  if (turn.verb === 'passStep' && step) return <PassForm key={step.name} step={step} {...acting} />;
  if (turn.verb === 'revise') return <Returned onTurn={onTurn} {...acting} />;
  const mayNot = view.verbs.find(({ verb, allowed }) => verb === turn.verb && !allowed)?.why ?? null;
  if (turn.verb === 'publish') return <ToPublish mayNot={mayNot} onTurn={onTurn} {...acting} />;
  const edit = `/publications/${view.id}/edit`;
  if (mayNot !== null)
    return (
      <>
        <Blocked term="送审" why={mayNot} />
        <p className="head-buttons act-button">
          <Link href={edit} className="step-button filled">
            修改稿件
          </Link>
        </p>
      </>
    );
  const stops = view.checks.filter(({ severity }) => severity === 'error').length;
  return (
    <>
      {stops > 0 && <p className="problem-note">系统检查有 {stops} 处拦住发布，不改发布不了。请先修改，再送审。</p>}
      <Press
        {...acting}
        act={{ verb: 'submit' }}
        term="送审"
        causes="送审以后审校人才看到这一稿；送审以后再改的，已经审过的重新来。"
      />
      <p className="soft">
        还要改的，先<Link href={edit}>修改稿件</Link>。
      </p>
    </>
  );
}

/** 发布: what goes out is looked at once more before it does, now or at a moment. */
function ToPublish({
  view,
  error,
  onReload,
  onTurn,
  mayNot,
}: ActingProps & Pick<TurnProps, 'onTurn'> & { readonly mayNot: string | null }) {
  const maySchedule = view.verbs.some(({ verb, allowed }) => verb === 'schedule' && allowed);
  if (mayNot !== null) return <Blocked term="发布" why={mayNot} />;
  return (
    <>
      <p>发布以后公众马上看到。发布以前先核对标题、栏目、附件。</p>
      <NotDoneNote error={error} onReload={onReload} />
      <p className="head-buttons act-button">
        <Button type="primary" size="large" onClick={() => onTurn('publish')}>
          核对并发布
        </Button>
        {maySchedule && (
          <Button size="large" onClick={() => onTurn('schedule')}>
            定时发布
          </Button>
        )}
      </p>
    </>
  );
}

/** Why the step would be refused: said instead of its button. */
function Blocked({ term, why }: { readonly term: string; readonly why: string }) {
  return (
    <div className="problem-note blocked">
      <p>
        <strong>现在还不能{term}</strong>
      </p>
      <p>{why}</p>
    </div>
  );
}

/** 退回的: why, and the two ways on. */
function Returned({ view, error, onReload, onTurn }: ActingProps & Pick<TurnProps, 'onTurn'>) {
  const back = view.trail.find(({ what, onThis }) => onThis && what.includes('退回'));
  return (
    <>
      {back && (
        <p className="returned">
          {back.by}
          {back.what}：{back.said}
        </p>
      )}
      <NotDoneNote error={error} onReload={onReload} />
      <p className="head-buttons act-button">
        <Link href={`/publications/${view.id}/edit`} className="step-button filled">
          修改稿件
        </Link>
        <Button onClick={() => onTurn('answerReturn')}>不改，作出说明</Button>
      </p>
    </>
  );
}

type Verb = PublicationView['verbs'][number]['verb'];

const HAS_ITS_WAY_BACK: readonly Verb[] = ['publish', 'answerReturn', 'publishUrgently'];

const PRESSED = { submit: '送审', unschedule: '取消定时' } as const;

function ActForm({ verb, onLeave, ...acting }: ActingProps & { readonly verb: Verb; readonly onLeave: () => void }) {
  const forms = { error: acting.error, pending: acting.pending, onLeave };
  if (verb === 'withdraw') return <WithdrawForm {...acting} />;
  if (verb === 'publish') return <PublishForm {...acting} onLeave={onLeave} />;
  if (verb === 'schedule') return <ScheduleForm {...acting} />;
  if (verb === 'repeal') return <RepealForm {...acting} />;
  if (verb === 'answerReturn')
    return (
      <ReasonForm
        {...forms}
        label="说明"
        verb="说明后再审"
        causes="稿件不改，从退回的那一步接着审。"
        onSay={(answer) => acting.onAct({ verb: 'answerReturn', answer })}
      />
    );
  if (verb === 'publishUrgently')
    return (
      <ReasonForm
        {...forms}
        label="不能等审校完成的理由"
        verb="紧急发布"
        causes="理由写进审核表和留痕。系统检查照样拦；发布后第一个工作日内由你以外的人补审。"
        onSay={(reason) => acting.onAct({ verb: 'publishUrgently', reason })}
      />
    );
  if (verb === 'revise' || verb === 'clearFinding' || !(verb in PRESSED)) return null;
  const pressed = verb as keyof typeof PRESSED;
  return <Press {...acting} act={{ verb: pressed }} term={PRESSED[pressed]} />;
}
