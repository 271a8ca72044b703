/** 接口说明 [XCH-21]: OpenAPI 3.1 made from the very schemas the answers are built by, so that the two cannot differ. */
import type { TSchema } from 'typebox';
import { MOST_PAGES } from '../asked.ts';
import { AgenciesView, ColumnsView, DocumentView, ListView, ProblemView } from './views.ts';

export const MOST_A_PAGE = 100;
/** Asked anew; what lies ready costs nothing. */
export const PER_MINUTE = 120;

const PAGING = [
  {
    name: 'column',
    in: 'query',
    description: '只要这个栏目（连同下级）的',
    schema: { type: 'string' },
    example: 'news.notices',
  },
  { name: 'agency', in: 'query', description: '只要这个机关的；写了栏目的不看', schema: { type: 'string' } },
  {
    name: 'page',
    in: 'query',
    description: '第几页；不成页码的按第一页',
    schema: { type: 'integer', minimum: 1, maximum: MOST_PAGES, default: 1 },
  },
  {
    name: 'size',
    in: 'query',
    description: `一页多少条；多于 ${MOST_A_PAGE} 的按 ${MOST_A_PAGE}`,
    schema: { type: 'integer', minimum: 1, maximum: MOST_A_PAGE, default: 30 },
  },
];

interface Operation {
  readonly path: string;
  readonly term: string;
  readonly type: 'application/json' | 'text/csv';
  readonly answers?: TSchema;
  readonly parameters?: readonly object[];
}

export const OPERATIONS: readonly Operation[] = [
  {
    path: '/api/v1/documents',
    term: '公开的信息，从新到旧',
    type: 'application/json',
    answers: ListView,
    parameters: PAGING,
  },
  { path: '/api/v1/documents.csv', term: '同一份目录，CSV', type: 'text/csv', parameters: PAGING },
  {
    ...{ path: '/api/v1/documents/{id}', term: '一条信息的全文', type: 'application/json', answers: DocumentView },
    parameters: [{ name: 'id', in: 'path', required: true, description: '编号', schema: { type: 'string' } }],
  },
  { path: '/api/v1/columns', term: '栏目树', type: 'application/json', answers: ColumnsView },
  { path: '/api/v1/agencies', term: '发布机关', type: 'application/json', answers: AgenciesView },
];

/** What an answer says besides what was asked for, and in which form. */
interface Other {
  readonly says: string;
  readonly tells?: typeof ProblemView;
  readonly headers?: Readonly<Record<string, object>>;
}

const seconds = (description: string) => ({ description, schema: { type: 'integer' } });
const RETRY = { 'Retry-After': seconds('过多少秒再来') };

/** Of every address. */
const OTHERS: Readonly<Record<number, Other>> = {
  304: { says: '与 If-None-Match 里的 ETag 相同，没有变' },
  400: { says: '请求写得不对：参数里有不成文字的字符，或者主机名没有写对', tells: ProblemView },
  429: {
    says: `太频繁：同一地址一分钟最多 ${PER_MINUTE} 次，各个接口合计`,
    tells: ProblemView,
    headers: RETRY,
  },
  431: { says: '请求头太长，读不成请求；答复是一句话' },
  500: { says: '系统出了故障', tells: ProblemView },
  503: { says: '连不上数据库，或者正在维护', tells: ProblemView, headers: RETRY },
  507: { says: '服务器的磁盘已满', tells: ProblemView },
};

/** Of an address that names one. */
const OF_ONE: Readonly<Record<number, Other>> = {
  404: { says: '没有，或者没有公开', tells: ProblemView },
  410: { says: '已经撤回，请一并删去你的副本', tells: ProblemView },
};

function otherAnswers(path: string): Readonly<Record<number, object>> {
  const others = path.includes('{') ? { ...OTHERS, ...OF_ONE } : OTHERS;
  return Object.fromEntries(
    Object.entries(others).map(([status, { says, tells, headers }]) => [
      status,
      {
        description: says,
        ...(headers ? { headers } : {}),
        ...(tells ? { content: { 'application/json': { schema: tells } } } : {}),
      },
    ]),
  );
}

export function openApi({ name, url }: { readonly name: string; readonly url: string }): object {
  const paths = OPERATIONS.map(({ path, term, type, answers, parameters = [] }) => {
    const etag = { ETag: { description: '内容的标记', schema: { type: 'string' } } };
    const ok = { description: term, headers: etag, content: { [type]: { schema: answers ?? { type: 'string' } } } };
    return [path, { get: { summary: term, parameters, responses: { 200: ok, ...otherAnswers(path) } } }] as const;
  });
  return {
    openapi: '3.1.0',
    info: {
      title: `${name}政府信息公开开放接口`,
      version: '1.0.0',
      description: `只读，不用登录。内容与网站相同。同一地址一分钟最多 ${PER_MINUTE} 次，一页最多 ${MOST_A_PAGE} 条；没有列出的地址答 404。`,
    },
    servers: [{ url }],
    paths: Object.fromEntries(paths),
  };
}
