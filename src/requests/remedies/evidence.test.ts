import { describe, expect, it } from 'vitest';
import { act, passed, received, SIGNATORY, signed } from '../../../test/support/request-play.ts';
import { civil } from '../../statute/civil-date.ts';
import {
  evidenceList,
  type ListedExhibit,
  legalBasisPaper,
  proceedingsPaper,
  withoutThirdParties,
} from './evidence.ts';

const THIRD = '某某商贸有限公司';
const SAID = '报价是我们的商业秘密';
const NOTE = '内部：领导要求缓办';
const asked = act(received('2026-03-02'), '2026-03-04', 'consultThirdParty', { name: THIRD, about: '合同价格' });
const told = act(asked, '2026-03-05', 'recordReceived', { paper: 2 });
const answered = act(told, '2026-03-09', 'recordThirdPartyAnswer', {
  consultation: 2,
  opinion: 'disagrees',
  why: SAID,
});
const noted = act(answered, '2026-03-09', 'addNote', { text: NOTE });
const REFUSAL = { outcome: 'thirdPartyRights', grounds: { reason: '涉及商业秘密' }, text: '不予公开。' };
const out = act(signed(noted, '2026-03-10', REFUSAL), '2026-03-10', 'serve', {
  method: 'direct',
  receiver: 'self',
  evidence: '送达回证',
});

describe('办理经过 for the other side', () => {
  const told = JSON.stringify(proceedingsPaper(out.request, out.facts));

  it('REM-18 third parties stand by number, and what they said does not stand there', () => {
    expect(told).toContain('第三方1');
    expect(told).toContain('不同意公开');
    for (const secret of [THIRD, SAID]) expect(told).not.toContain(secret);
    const twice = act(noted, '2026-03-10', 'consultThirdParty', { name: '另一家', about: '合同' });
    expect(withoutThirdParties(twice.facts).filter(({ type }) => type === 'consulted')).toMatchObject([
      { name: '第三方1' },
      { name: '第三方2' },
    ]);
    const agency = act(received('2026-03-02'), '2026-03-04', 'consultAgency', { name: '某局', about: '可否公开' });
    expect(withoutThirdParties(agency.facts).at(-1)).toMatchObject({ name: '某局' });
  });

  it('REM-17 tells what was done towards others, and nothing of what is ours alone', () => {
    for (const step of ['收到申请', '发出征求意见书', '签发答复', '送出答复']) expect(told).toContain(step);
    for (const inward of [NOTE, '内部备注', '拟出答复', '通过审核']) expect(told).not.toContain(inward);
  });

  it('REM-17 a reply that was signed and not sent is not in it', () => {
    const unsent = signed(noted, '2026-03-10', REFUSAL);
    expect(JSON.stringify(proceedingsPaper(unsent.request, unsent.facts))).not.toContain('签发答复');
    const again = act(
      passed(act(unsent, '2026-03-11', 'draftReply', REFUSAL), '2026-03-11'),
      '2026-03-11',
      'sign',
      {},
      { as: SIGNATORY },
    );
    const sent = act(again, '2026-03-11', 'serve', { method: 'direct', receiver: 'self', evidence: '回证' });
    expect(JSON.stringify(proceedingsPaper(sent.request, sent.facts)).match(/签发答复/g)).toHaveLength(1);
  });
});

it('REM-17 the law the reply and every step rest on, each once', () => {
  const paper = JSON.stringify(legalBasisPaper(out.request, out.facts));
  expect(paper).toContain('《中华人民共和国政府信息公开条例》第十五条');
  expect(paper.match(/第三十二条/g)).toHaveLength(1);
});

it('REM-17 the list names number, proof and file of each; what is sealed is marked', () => {
  const exhibit = (change: Partial<ListedExhibit>): ListedExhibit => ({
    name: '证据/01 申请.pdf',
    title: '申请',
    number: '',
    by: '示范县人民政府',
    on: civil('2026-03-02'),
    proves: '申请人提出的申请',
    ...change,
  });
  const list = (...exhibits: ListedExhibit[]) =>
    JSON.stringify(
      evidenceList(
        { caseNumber: '示府复〔2026〕5号', body: '示范市人民政府' },
        out.request,
        '示范县人民政府',
        civil('2026-04-01'),
        exhibits,
      ),
    );
  expect(list(exhibit({}))).not.toContain('不供查阅');
  const both = list(exhibit({}), exhibit({ name: '不供查阅/02 意见.pdf', title: '意见', sealed: true }));
  expect(both).toContain('意见（不供查阅）');
  expect(both).toContain('第四十七条');
  expect(both).toContain('不供查阅/02 意见.pdf');
});
