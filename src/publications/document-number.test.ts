import { expect, it } from 'vitest';
import { checkDocumentNumber } from './document-number.ts';

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
