/** 出错页: what happened, what was not done, what to do now. */
import type { FastifyRequest } from 'fastify';
import { Page } from '../components/page.tsx';
import type { Frame } from '../frame.ts';
import { inAttribute } from '../in-attribute.ts';

interface Trouble {
  readonly title: string;
  readonly says: string;
}

const TROUBLES: Readonly<Record<number, Trouble>> = {
  400: { title: '提交的内容读不出来', says: '网址或者表单的内容不完整。请返回上一页，检查后重新提交。' },
  404: { title: '没有找到这个页面', says: '网址可能有误，或者页面已经移走。可以在下面搜索，或者从首页查找。' },
  405: { title: '不能这样打开这个页面', says: '请从本站的链接进入。' },
  410: { title: '信息已撤回', says: '这条信息已经撤回。' },
  413: { title: '提交的内容太大', says: '文件不能超过 10 MB，文字不能超过 1 MB。没有保存任何内容，请缩小后重新提交。' },
  415: { title: '不支持这种提交方式', says: '请使用页面上的表单提交。' },
  429: {
    title: '操作太频繁',
    says: '为了保护大家的使用，同一地址在短时间内的次数有限制。请稍后再试，或者到窗口办理。',
  },
  500: {
    title: '网站出了故障',
    says: '这不是您的问题，工作人员会看到这次故障的记录。请稍后再试；着急办理的，请打页面下方的电话。',
  },
  503: { title: '网站暂时不能使用', says: '请稍后再试；着急办理的，请打页面下方的电话。' },
};

const NOT_TAKEN: Trouble = {
  title: '现在不能受理',
  says: '现在连不上数据库，刚才的提交没有得到回执。请过几分钟再提交一次：万一刚才已经登记，只会再给您那一次的回执，不会重复登记。着急办理的，请打页面下方的电话，或者到窗口、邮寄办理。',
};

/** A form that was sent and not taken: where to, and all that was filled in. */
export interface Unsent {
  readonly action: string;
  readonly fields: readonly (readonly [name: string, value: string])[];
}

/** @returns undefined when it was no form; of one with files the fields are not known, and it is sent again from where it was filled in */
export function unsentForm({ method, url, body }: Pick<FastifyRequest, 'method' | 'url' | 'body'>): Unsent | undefined {
  if (method !== 'POST') return undefined;
  const fields = Object.entries(typeof body === 'object' && body !== null ? body : {}).flatMap(([name, sent]) =>
    [sent].flat().map((value) => [name, String(value)] as const),
  );
  // Two strokes would lead to another site.
  return { action: url.replace(/^\/+/, '/'), fields };
}

export function ErrorPage({
  frame,
  status,
  says,
  unsent,
}: {
  readonly frame: Frame;
  readonly status: number;
  /** What exactly is wrong, where it is known. */
  readonly says?: string | undefined;
  /** With the database away: what is kept for its sender on this page alone. */
  readonly unsent?: Unsent | undefined;
}): string {
  const trouble = unsent ? NOT_TAKEN : (TROUBLES[status] ?? TROUBLES[status >= 500 ? 500 : 400]!);
  return (
    <Page frame={frame} title={trouble.title}>
      <div class="page-head">
        <h1 safe>{trouble.title}</h1>
        <p class="lead" safe>
          {says ?? trouble.says}
        </p>
      </div>
      {status === 404 ? (
        <form class="search-big" action="/search" method="get">
          <label class="unseen" for="q">
            搜索政府信息
          </label>
          <input id="q" name="q" type="search" maxlength="100" placeholder="文件名称、文号或者关键词" />
          <button type="submit">搜索</button>
        </form>
      ) : null}
      {unsent && unsent.fields.length > 0 ? (
        <form method="post" action={inAttribute(unsent.action)}>
          <p>填写的内容都在这一页里，没有丢。请不要关闭它。</p>
          {unsent.fields.map(([name, value]) => (
            <input type="hidden" name={inAttribute(name)} value={inAttribute(value)} />
          ))}
          <p class="actions">
            <button type="submit">再提交一次</button>
          </p>
        </form>
      ) : unsent ? (
        <p>请返回上一页再提交一次；选过的文件如果不见了，请再选一次。</p>
      ) : null}
      <p class="actions">
        <a class="button quiet" href="/">
          返回首页
        </a>
      </p>
    </Page>
  ) as string;
}
