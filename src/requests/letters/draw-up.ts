/** 制成文书: a kept letter with the applicant's name filled in, for an eye that may read it. */
import type { Paper, PaperBlock } from '../../statute/paper.ts';
import { type Applicant, addressed } from '../info-request.ts';
import { ERASED, filled, type IdentityField } from './wording.ts';

/** @param applicant undefined once his identity was erased */
export function drawnUp(paper: Paper, applicant: Applicant | undefined): Paper {
  const who: Record<IdentityField, string> = {
    申请人: applicant ? addressed(applicant) : ERASED,
    通信地址: applicant?.address ?? ERASED,
    联系电话: applicant?.phone ?? ERASED,
  };
  return { ...paper, blocks: paper.blocks.map((block) => withName(block, who)) };
}

function withName(block: PaperBlock, who: Readonly<Record<IdentityField, string>>): PaperBlock {
  return 'text' in block ? { ...block, text: filled(block.text, who) } : block;
}
