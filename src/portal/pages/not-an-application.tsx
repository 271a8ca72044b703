/**
 * 不属于信息公开申请的 (《条例》第三十九条第一款): who wants to complain or to ask for advice is shown the right door, with the article and the way
 * back. Nobody is turned away: whoever thinks it is an application goes on.
 */
import type { FastifyInstance } from 'fastify';
import { art } from '../../statute/articles.ts';
import { Page } from '../components/page.tsx';
import type { Frame } from '../frame.ts';
import type { Portal } from '../portal.ts';
import { cachedPage } from '../send-page.ts';

interface Exit {
  readonly path: string;
  readonly title: string;
  readonly why: string;
  readonly basis: string;
  readonly doors: readonly string[];
}

export const EXITS: readonly Exit[] = [
  {
    path: '/apply/complaint',
    title: '投诉、举报、信访',
    why: '要求查处违法行为、反映问题、要求机关履行职责的，不是申请公开信息。机关不按信息公开申请办理，只能告诉您到哪里提出，会耽误您的时间。',
    basis: art(39, { paragraph: 1 }),
    doors: [
      '对具体事项投诉、举报：向有管辖权的主管部门提出，或者拨打 12345 政务服务便民热线；',
      '信访：向本级信访部门提出；',
      '对行政行为不服：可以依法申请行政复议或者提起行政诉讼；',
      '认为机关没有依法公开信息：向上一级公开工作主管部门投诉、举报（《条例》第五十一条）。',
    ],
  },
  {
    path: '/apply/consultation',
    title: '咨询办事、请求解释',
    why: '询问怎样办事、请求解释政策或者确认一件事是否合法的，不是申请公开已有的信息。打个电话往往当时就有回答。',
    basis: art(2),
    doors: [
      '办事咨询：拨打 12345 政务服务便民热线，或者到政务服务大厅的咨询窗口；',
      '政策解释：先在本站“政策文件”中查看文件和解读，仍不清楚的，联系制定机关；',
      '想要一份现成的文件：那就是信息公开申请，请回去写明文件的名称或者特征。',
    ],
  },
  {
    path: '/apply/correction',
    title: '更正与自己有关的记录',
    why: '认为机关关于您本人的记录不准确、要求改正的，不是申请获取信息。机关单独登记、审核，属实的应当更正。',
    basis: art(41),
    doors: [
      '到保存这份记录的机关的公开工作机构窗口当面提出，或者邮寄，请不要在网上提交证件；',
      '写明哪一份记录、错在哪里、应当是什么，附身份证明和能证明记录不准确的证据；',
      '机关有权更正的，审核属实后更正并告知您；无权更正的，转送有权的机关，或者告诉您向谁提出；',
      '不知道由谁更正的，可以拨打 12345 政务服务便民热线询问。',
    ],
  },
];

export function notAnApplication(app: FastifyInstance, portal: Portal): void {
  for (const exit of EXITS)
    cachedPage(app, portal, { path: exit.path, build: (_, frame) => ({ html: ExitPage({ frame, exit }), keys: [] }) });
}

function ExitPage({ frame, exit }: { readonly frame: Frame; readonly exit: Exit }): string {
  return (
    <Page
      frame={frame}
      title={exit.title}
      canonical={exit.path}
      crumbs={[{ name: '依申请公开', path: '/apply' }, { name: exit.title }]}
    >
      <div class="page-head">
        <h1 safe>{exit.title}</h1>
        <p class="lead" safe>
          {exit.why}
        </p>
        <p class="small soft" safe>
          {`依据：${exit.basis}`}
        </p>
      </div>
      <h2>可以这样办</h2>
      <ul>
        {exit.doors.map((door) => (
          <li safe>{door}</li>
        ))}
      </ul>
      <p>
        受理机构的电话和地址在<a href="/guide">公开指南</a>里。
      </p>
      <p class="actions">
        <a class="button quiet" href="/apply">
          我要的是一份信息，继续申请
        </a>
        {exit.path === '/apply/correction' ? null : (
          <a class="button" href="/letters/write">
            写信给机关
          </a>
        )}
      </p>
    </Page>
  ) as string;
}
