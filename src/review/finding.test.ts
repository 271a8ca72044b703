import { expect, it } from 'vitest';
import { placed } from './finding.ts';
import { personalInformation } from './personal-information.ts';
import { isRealReason } from './real-reason.ts';

it('REV-24 the same number in another sentence, once more in the same, in another field or file is another find', () => {
  const find = (text: string, where = 'bodyHtml', within = '') =>
    placed(personalInformation(text, where), within).map(({ key }) => key);
  const first = find('联系人王某 13812345678');
  expect(find('前面加一段\n联系人王某 13812345678')).toEqual(first);
  const others = [
    ...find('举报人李某 13812345678'),
    ...find('联系人王某 13812345678\n联系人王某 13812345678').slice(1),
    ...find('联系人王某 13812345678', 'summary'),
    ...find('联系人王某 13812345678', 'bodyHtml', 'sha'),
  ];
  expect(new Set([...first, ...others]).size).toBe(5);
});

it.each([
  ['单位公布的联系电话', true],
  ['禁毒宣传', true],
  ['。', false],
  ['……————', false],
  ['啊啊啊啊', false],
  ['同意', false],
])('REV-13 a reason that can be read later: %s', (said, is) => expect(isRealReason(said)).toBe(is));
