/**
 * `npm run papers -- folder`: a letter of each kind, as PDF and Word, for looking at. Where LibreOffice is installed it opens every Word file
 * and sets it again, and the number of pages of both is told: a file it had to repair, or that runs to other pages, shows.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { paperDocx } from '../../src/platform/papers/docx.ts';
import { paperPdf } from '../../src/platform/papers/pdf.ts';
import type { RequestFact } from '../../src/requests/facts.ts';
import type { InfoRequest } from '../../src/requests/info-request.ts';
import { drawnUp } from '../../src/requests/letters/draw-up.ts';
import { compose } from '../../src/requests/letters/issue.ts';
import { LETTER_KIND_NAMES, type LetterKindName, letterKind } from '../../src/requests/letters/kinds.ts';
import type { CorrectionFact } from '../../src/requests/personal-corrections/facts.ts';
import { issueCorrectionLetters } from '../../src/requests/personal-corrections/letters.ts';
import type { PersonalCorrection } from '../../src/requests/personal-corrections/personal-correction.ts';
import { civil } from '../../src/statute/civil-date.ts';
import { unitPrice } from '../../src/statute/fee-tariff.ts';
import type { Paper } from '../../src/statute/paper.ts';
import { LETTER_DESK, REGISTER, received, signed } from './request-play.ts';

const folder = resolve(process.argv[2] ?? 'papers');
mkdirSync(folder, { recursive: true });
const WORDS = '因检索范围较大，涉及多个部门的纸质档案，需要逐卷翻阅、核对，短时间内无法完成。';
const base = signed(received('2026-03-02'), '2026-03-20');
const common = { n: 9, on: civil('2026-03-20'), recordedAt: '', by: '' };

/** Whom the notice to a third party goes to. */
const ASKED = {
  ...{ ...common, n: 8 },
  ...{ type: 'consulted', whom: 'third-party', name: '示范县某建筑有限公司', about: '民主路改造工程施工合同' },
} as RequestFact;

/** 第11—35件, on one notice; the ten before them are free. */
const jointFee = (place: number) => ({
  ...{ number: `示政公开申〔2026〕${place + 100}号`, receivedOn: civil('2026-03-02'), place },
  yuan: unitPrice('items', place),
});
const TEN_FREE = Array.from({ length: 10 }, (_, i) => `示政公开申〔2026〕${i + 101}号`);

/** A fact that issues the kind; replies are issued by the signature that is there already. */
function factFor(kind: LetterKindName): RequestFact | undefined {
  const facts: Partial<Record<LetterKindName, object>> = {
    receipt: { type: 'received' },
    correction: { type: 'correctionAsked', what: '请写明文件的名称、文号或者年度。', workdays: 10 },
    reasons: { type: 'reasonsAsked', why: '一个月内申请四十件。' },
    delay: { type: 'delayed', to: civil('2026-05-29'), why: WORDS },
    extension: { type: 'extended', consentedOn: civil('2026-03-20'), workdays: 20, why: WORDS },
    consultThirdParty: {
      type: 'consulted',
      whom: 'third-party',
      name: '示范县某建筑有限公司',
      about: '民主路改造工程施工合同',
    },
    consultCoProducer: { type: 'consulted', whom: 'co-producer', name: '示范县财政局', about: '联合印发的补助办法' },
    consultAgency: { type: 'consulted', whom: 'agency', name: '示范县自然资源局', about: '用地预审意见' },
    thirdPartyNotice: {
      type: 'dissentSettled',
      consultation: 8,
      ground: 'publicInterest',
      what: '民主路改造工程施工合同的价款、工期条款',
      why: '路面多次塌陷，涉及沿线居民的生命安全，不公开可能对公共利益造成重大影响',
    },
    consultationNotice: { type: 'consulted', whom: 'third-party', name: '某公司', about: '合同' },
    fee: { type: 'feeNoticed', tariff: 'pages', quantity: 150, yuan: 1700, why: '一次申请五个年度的全部合同。' },
    jointFee: {
      ...{ type: 'feeNoticed', tariff: 'items', quantity: 11, yuan: 100, why: '一个月内申请三十五件，内容多有重复。' },
      joint: { files: Array.from({ length: 25 }, (_, i) => jointFee(i + 11)), others: TEN_FREE },
    },
    otherDisposal: { type: 'abandoned', why: '补正期满后两次电话联系，申请人没有说明理由。' },
    serviceRecord: { type: 'served', method: 'direct', receiver: 'self', evidence: '签收人本人' },
  };
  const fact = facts[kind];
  return fact && ({ ...common, ...fact } as RequestFact);
}

const pagesOf = async (pdf: Buffer) =>
  (await getDocument({ data: new Uint8Array(pdf), verbosity: 0 }).promise).numPages;
const made: { name: string; pages: number }[] = [];
async function make(kind: string, paper: Paper): Promise<void> {
  const name = `${String(made.length + 1).padStart(2, '0')}-${kind}`;
  const pdf = await paperPdf(paper);
  writeFileSync(join(folder, `${name}.pdf`), pdf);
  writeFileSync(join(folder, `${name}.docx`), await paperDocx(paper));
  made.push({ name, pages: await pagesOf(pdf) });
}

for (const kind of LETTER_KIND_NAMES) {
  const fact = factFor(kind);
  const facts = fact ? [...base.facts, ASKED, fact] : base.facts;
  const request: InfoRequest = { ...base.request, outcome: kind === 'otherDisposal' ? 'uncorrected' : null };
  const { series } = letterKind(kind);
  const number = series === null ? null : (LETTER_DESK.numbers[series] ?? null);
  const paper = drawnUp(
    compose(kind, { request, facts, office: LETTER_DESK.office, due: civil('2026-03-30') }, number),
    REGISTER.applicant,
  );
  await make(kind, paper);
}

/** 更正的文书, of a decision that hands the application on: it issues the answer and the 转送函. */
const CORRECTION: PersonalCorrection = {
  ...{ id: '', agencyId: 'county', number: '示政更正申〔2026〕1号', channel: 'counter', applicantKind: 'natural' },
  ...{ receivedOn: civil('2026-03-02'), state: 'open', outcome: null, repliedOn: null },
  ...{ record: '农村低保审批表', wrong: '家庭人口登记为3人，应当是4人', proof: '户口簿复印件' },
};
const CORRECTION_FACTS = [
  { type: 'proofAsked', what: '户口簿、出生医学证明，或者其他能够证明家庭人口的材料。', until: civil('2026-03-30') },
  { type: 'decided', outcome: 'transferred', why: '户籍由公安机关登记。', to: '示范县公安局', number: '' },
];
for (const fact of CORRECTION_FACTS) {
  const scene = { correction: CORRECTION, fact: { ...common, ...fact } as CorrectionFact, office: LETTER_DESK.office };
  const { personalCorrectionReply: answer, personalCorrectionTransfer: transfer } = LETTER_DESK.numbers;
  for (const { kind, paper } of issueCorrectionLetters(scene, { answer, transfer }))
    await make(kind, drawnUp(paper, REGISTER.applicant));
}
console.log(`${made.length} kinds of letters in ${folder}`);

const opened = join(folder, 'by-libreoffice');
const require = createRequire(import.meta.url);
const fonts = ['noto-serif-sc', 'noto-sans-sc'].map((family) =>
  join(dirname(require.resolve(`@expo-google-fonts/${family}/package.json`)), '400Regular'),
);
const dirs = fonts.map((dir) => `<dir>${dir}</dir>`).join('');
const same = '<alias><family>仿宋_GB2312</family><prefer><family>Noto Serif SC</family></prefer></alias>';
writeFileSync(
  join(folder, 'fonts.conf'),
  `<?xml version="1.0"?><fontconfig>${dirs}<cachedir>${folder}/font-cache</cachedir>${same}</fontconfig>`,
);
const run = spawnSync(
  'soffice',
  ['--headless', '--convert-to', 'pdf', '--outdir', opened, ...made.map(({ name }) => join(folder, `${name}.docx`))],
  { encoding: 'utf8', env: { ...process.env, FONTCONFIG_FILE: join(folder, 'fonts.conf') }, timeout: 180_000 },
);
if (run.error) console.log('LibreOffice is not installed: Word files were not opened.');
else
  for (const { name, pages } of made) {
    const again = await pagesOf(readFileSync(join(opened, `${name}.pdf`)));
    console.log(`${name}: PDF ${pages}, Word by LibreOffice ${again}${again === pages ? '' : '  ← differs'}`);
  }
