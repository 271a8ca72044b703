/** 是不是这一条 (《条例》第三十六条第（一）项): what is published already and may be what is wanted, before anything else is asked. */
import type { PublicLine } from '../../../publications/public-view.ts';
import type { CivilDate } from '../../../statute/civil-date.ts';
import type { ApplicationForm } from '../../application-form.ts';
import { ApplyNext } from '../../components/apply-next.tsx';
import { ApplySteps } from '../../components/apply-steps.tsx';
import { CarriedAnswers } from '../../components/carried-answers.tsx';
import { Page } from '../../components/page.tsx';
import type { Frame } from '../../frame.ts';

export function ApplyMatchesPage({
  frame,
  form,
  matches,
  due,
}: {
  readonly frame: Frame;
  readonly form: ApplicationForm;
  readonly matches: readonly PublicLine[];
  readonly due: CivilDate | null;
}): string {
  const title = '这些已经公开，是您要的吗？';
  return (
    <Page frame={frame} title={title} crumbs={[{ name: '依申请公开', path: '/apply' }, { name: '已经公开的' }]}>
      <ApplySteps at={1} />
      <div class="beside">
        <div>
          <h1>{title}</h1>
          <p class="soft">是的话，不用申请，打开就能看到（在新窗口打开）。</p>
          <ul class="list">
            {matches.map(({ id, title: name, publishedOn }) => (
              <li>
                <a href={`/documents/${id}`} target="_blank" rel="noopener" safe>
                  {name}
                </a>
                <time datetime={publishedOn} safe>
                  {publishedOn}
                </time>
              </li>
            ))}
          </ul>
          <form method="post" action="/apply">
            <input type="hidden" name="at" value="matches" />
            <CarriedAnswers form={form} />
            <div class="actions">
              <button type="submit" name="do" value="next">
                都不是，继续申请
              </button>
              <button class="quiet" type="submit" name="do" value="back">
                修改所需的信息
              </button>
            </div>
          </form>
        </div>
        <ApplyNext due={due} />
      </div>
    </Page>
  ) as string;
}
