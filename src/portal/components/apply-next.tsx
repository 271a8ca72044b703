/** 接下来会怎样: what happens after sending, and when; beside every question. */
import { art } from '../../statute/articles.ts';
import { type CivilDate, inProseWithWeekday } from '../../statute/civil-date.ts';
import { QUESTION_NAMES } from '../application-questions.ts';

export function ApplyNext({ due }: { readonly due: CivilDate | null }): JSX.Element {
  return (
    <aside class="aside">
      <h2>接下来</h2>
      <ol class="small">
        <li safe>{`答完 ${QUESTION_NAMES.length} 个问题，核对一遍，提交；`}</li>
        <li>当场给出查询号和查询码，随时查看进度；</li>
        <li>内容不明确的，七个工作日内会一次性告知您补正；</li>
        {due ? <li safe>{`今天提交的，最迟 ${inProseWithWeekday(due)}答复。`}</li> : null}
      </ol>
      <h2>个人信息</h2>
      <p
        safe
      >{`姓名、证件和联系方式按${art(29, { paragraph: 2 })}收集，只用于办理这件申请，加密保存，不会公开。提交以前，本站不保存您填写的内容；选好的文件加密暂存，没有提交的三小时后删除。`}</p>
      <h2>也可以这样申请</h2>
      <p>
        到窗口当面提交，或者邮寄到<a href="/guide">指南</a>上的地址。书写有困难的，可以口头提出，由工作人员代填。
      </p>
    </aside>
  );
}
