/** 订阅的对象: what a reader can follow, and the page it belongs to. */
import type { Agency } from '../people/agency.ts';
import type { Column } from '../publications/columns.ts';

export interface Followed {
  readonly title: string;
  /** Path of its page; the feeds lie below it. */
  readonly path: string;
}

export const EVERYTHING: Followed = { title: '最新公开', path: '/' };

export const columnFeed = ({ key, name }: Pick<Column, 'key' | 'name'>): Followed => ({
  title: name,
  path: `/columns/${key}`,
});

export const agencyFeed = ({ id, name }: Pick<Agency, 'id' | 'name'>): Followed => ({
  title: name,
  path: `/agencies/${id}`,
});
