import { expect, it } from 'vitest';
import { civil } from '../statute/civil-date.ts';
import { editionOf } from './edition.ts';
import { particularsOf } from './particulars.ts';

it('PUB-117 a title is one line, and nothing in it turns the reading round', () => {
  const told = {
    title: ' 关于\u202e供水\n\t管网\u2028改造的\u200b公告 ',
    issuer: '示例县\r\n水利局',
    writtenOn: civil('2026-02-24'),
  };
  const { particulars } = editionOf(1, { particulars: particularsOf(told), bodyHtml: '' }, 'a', null);
  expect(particulars).toMatchObject({ title: '关于供水 管网 改造的公告', issuer: '示例县 水利局', docNo: null });
});
