import { expect, it } from 'vitest';
import { checkDocumentNumber, numbersMeant } from './document-number.ts';

it.each(['兴政发〔2024〕7号', '县政办函〔2024〕120号'])('PUB-4 %s is well formed', (docNo) =>
  expect(checkDocumentNumber(docNo)).toBeUndefined(),
);

it.each([
  ['兴政发[2024]7号', '兴政发〔2024〕7号'],
  ['兴政发【2024】第7号', '兴政发〔2024〕7号'],
  ['兴政发(2024)007号', '兴政发〔2024〕7号'],
  ['兴政发（２０２４）7 号', '兴政发〔2024〕7号'],
  ['兴政发〔2024〕07号', '兴政发〔2024〕7号'],
])('PUB-4 refuses %s and says how it should be written', (docNo, better) =>
  expect(checkDocumentNumber(docNo)).toMatchObject({ severity: 'error', advice: expect.stringContaining(better) }),
);

it.each(['7号', '兴政发〔24〕7号', '兴政发〔2024〕7'])('PUB-4 refuses %s with the form', (docNo) =>
  expect(checkDocumentNumber(docNo)?.advice).toContain('机关代字〔年份〕序号号'),
);

it.each(['示政办发〔2026〕38号', '示政办发2026年38号', '示政办发[2026]第038号文件', '关于示政办发（2026）38号的解读'])(
  'PUB-22 %s means one number',
  (typed) => expect(numbersMeant(typed)).toContain('示政办发202638号'),
);

it('PUB-22 the longest is tried first, and other words mean none', () => {
  expect(numbersMeant('示政办发2026年38号').slice(1)).toEqual(['示政办发202638号', '政办发202638号', '办发202638号']);
  expect(numbersMeant('2026年38号')).toHaveLength(1);
  expect(numbersMeant('第38号提案')).toHaveLength(1);
});
