/** 接口说明 [XCH-21]: OpenAPI 3.1 made from the very schemas the answers are built by, so that the two cannot differ. */
import type { TSchema } from 'typebox';
import { AgenciesView, ColumnsView, DocumentView, ListView } from './views.ts';

export const MOST_A_PAGE = 100;

const PAGING = [
  {
    name: 'column',
    in: 'query',
    description: '只要这个栏目（连同下级）的',
    schema: { type: 'string' },
    example: 'news.notices',
  },
  { name: 'agency', in: 'query', description: '只要这个机关的；写了栏目的不看', schema: { type: 'string' } },
  { name: 'page', in: 'query', description: '第几页', schema: { type: 'integer', minimum: 1, default: 1 } },
  {
    name: 'size',
    in: 'query',
    description: '一页多少条',
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

export function openApi({ name, url }: { readonly name: string; readonly url: string }): object {
  const paths = OPERATIONS.map(({ path, term, type, answers, parameters = [] }) => {
    const ok = { description: term, content: { [type]: { schema: answers ?? { type: 'string' } } } };
    const others = {
      304: { description: '与 If-None-Match 里的 ETag 相同，没有变' },
      404: { description: '没有，或者没有公开' },
      429: { description: '太频繁' },
    };
    return [path, { get: { summary: term, parameters, responses: { 200: ok, ...others } } }] as const;
  });
  return {
    openapi: '3.1.0',
    info: { title: `${name}政府信息公开开放接口`, version: '1.0.0', description: '只读，不用登录。内容与网站相同。' },
    servers: [{ url }],
    paths: Object.fromEntries(paths),
  };
}
