/** 工作要点的动作 [SUP-74…SUP-76]: listed, reported on, proved, done, returned, revised, withdrawn. Pure. */
import type { AgencyId } from '../../people/agency.ts';
import type { Decision, Scene } from '../../perform.ts';
import { type CivilDate, inProse, yearOf } from '../../statute/civil-date.ts';
import { type Refusal, refuse } from '../../statute/refusal.ts';
import { MOST_PROOFS, type WorkPoint, type WorkPointNote, type WorkPointProof } from './work-point.ts';

export interface ListPoint {
  readonly verb: 'listPoint';
  readonly agencyId: AgencyId;
  readonly year: number;
  readonly heading: string;
  readonly title: string;
  readonly basis: string;
  readonly ownerId: AgencyId;
  readonly dueOn: CivilDate;
}

export type KeptProof = Omit<Extract<WorkPointProof, { type: 'file' }>, 'by' | 'type'>;

export type PointCommand = { readonly pointId: string } & (
  | { readonly verb: 'progress' | 'complete'; readonly says: string }
  | { readonly verb: 'proveByLink'; readonly title: string; readonly address: string }
  | { readonly verb: 'proveByFile'; readonly file: KeptProof }
  | { readonly verb: 'dropProof'; readonly proofId: string }
  | { readonly verb: 'returnPoint' | 'withdrawPoint'; readonly because: string }
  | { readonly verb: 'revise'; readonly dueOn: CivilDate; readonly ownerId: AgencyId; readonly because: string }
);
export type WorkPointVerb = PointCommand['verb'];

export const WORK_POINT_VERBS = {
  progress: { term: '写进展' },
  proveByLink: { term: '附网址' },
  proveByFile: { term: '附文件' },
  dropProof: { term: '去掉佐证' },
  complete: { term: '报告完成' },
  returnPoint: { term: '退回' },
  revise: { term: '调整' },
  withdrawPoint: { term: '撤销' },
} as const satisfies Record<WorkPointVerb, { term: string }>;

export const POINT_BASIS = '《条例》第四十六条';

export interface LoadedList {
  /** The highest number of the list of the year. */
  readonly numbered: number;
  readonly ownerBelow: boolean;
  /** Whether the owner has the same in its list of the year. */
  readonly alreadyThere: boolean;
}

/** [SUP-74] */
export function decideListing(
  { numbered, ownerBelow, alreadyThere }: LoadedList,
  { verb: _, ...command }: ListPoint,
  { newId }: Scene,
): Decision<WorkPoint> | Refusal {
  const [heading, title, basis] = [command.heading.trim(), command.title.trim(), command.basis.trim()];
  if (title === '') return refuse('TITLE_MISSING', POINT_BASIS, '请写明要做什么。');
  if (basis === '')
    return refuse('BASIS_MISSING', POINT_BASIS, '请写明依据，例如上级要点的文号，或者本机关的会议纪要。');
  if (!ownerBelow) return OWNER_NOT_BELOW;
  if (yearOf(command.dueOn) < command.year || yearOf(command.dueOn) > command.year + 1)
    return refuse(
      'DUE_IN_OTHER_YEAR',
      POINT_BASIS,
      `${command.year}年的工作要点，完成时限应当在${command.year}年或者次年，请改日期。`,
    );
  if (alreadyThere)
    return refuse('ALREADY_LISTED', POINT_BASIS, `${command.year}年的要点里已经有这个单位的“${title}”，没有重复列入。`);
  const next: WorkPoint = {
    ...{ id: newId(), agencyId: command.agencyId, year: command.year, number: numbered + 1 },
    ...{ heading, title, basis, ownerId: command.ownerId, dueOn: command.dueOn },
    ...{ begunOn: null, doneOn: null, withdrawnBecause: null, notes: [], proofs: [] },
    ...{ toldSoonOn: null, toldLateOn: null, version: 1 },
  };
  return {
    next,
    entry: { verb: 'workPointListed', subject: next.id, agencyId: next.agencyId, basis: POINT_BASIS, content: next },
  };
}

const OWNER_NOT_BELOW = refuse(
  'OWNER_NOT_BELOW',
  '《条例》第三条',
  '责任单位只能是本机关或者下级机关。机关名称要和“机构人员”里的一样。',
);

/** @param ownerBelow of the owner that a revision names */
export function decidePoint(
  { point, ownerBelow }: { readonly point: WorkPoint; readonly ownerBelow: boolean },
  command: PointCommand,
  scene: Scene,
): Decision<WorkPoint> | Refusal {
  if (point.withdrawnBecause !== null) return refuse('WITHDRAWN', POINT_BASIS, '这一项已经从要点里撤销，不用再办。');
  if (point.doneOn !== null && command.verb !== 'returnPoint')
    return refuse('ALREADY_DONE', POINT_BASIS, `这一项${inProse(point.doneOn)}已经报告完成。不属实的，请负责人退回。`);
  switch (command.verb) {
    case 'progress':
      return progressed(point, command.says.trim(), scene);
    case 'complete':
      return completed(point, command.says.trim(), scene);
    case 'proveByLink':
      return provedByLink(point, command, scene);
    case 'proveByFile': {
      const file = { type: 'file', ...command.file, by: scene.actor.id } as const;
      return proved(point, file, scene);
    }
    case 'dropProof':
      return dropped(point, command.proofId);
    case 'returnPoint':
      return returned(point, command.because.trim(), scene);
    case 'revise':
      return ownerBelow ? revised(point, command, scene) : OWNER_NOT_BELOW;
    case 'withdrawPoint':
      return withdrawn(point, command.because.trim(), scene);
  }
}

function progressed(point: WorkPoint, says: string, scene: Scene): Decision<WorkPoint> | Refusal {
  if (says === '') return refuse('SAYS_MISSING', POINT_BASIS, '请写明做了什么、下一步做什么。');
  const begunOn = point.begunOn ?? scene.today;
  return decided(noted({ ...point, begunOn }, 'progress', says, scene), 'workPointProgressed', { says });
}

/** [SUP-76] Nothing is done without something to show for it. */
function completed(point: WorkPoint, says: string, scene: Scene): Decision<WorkPoint> | Refusal {
  if (says === '') return refuse('SAYS_MISSING', POINT_BASIS, '请写明结果。');
  if (point.proofs.length === 0)
    return refuse('PROOF_MISSING', POINT_BASIS, '请先附上佐证：文件，或者公开页面、案卷的网址，再报告完成。');
  const begunOn = point.begunOn ?? scene.today;
  const next = noted({ ...point, begunOn, doneOn: scene.today }, 'done', says, scene);
  return decided(next, 'workPointDone', { says, proofs: point.proofs.map(({ id }) => id) });
}

function provedByLink(
  point: WorkPoint,
  sent: Extract<PointCommand, { verb: 'proveByLink' }>,
  scene: Scene,
): Decision<WorkPoint> | Refusal {
  const [title, address] = [sent.title.trim(), sent.address.trim()];
  if (title === '') return refuse('TITLE_MISSING', POINT_BASIS, '请写明网址是什么，例如“公告原文”。');
  if (!isAddress(address))
    return refuse(
      'NO_ADDRESS',
      POINT_BASIS,
      '网址要以“https://”或者“http://”开头；工作台里的记录，照地址栏里“/”开头的部分写。',
    );
  if (point.proofs.some((proof) => proof.type === 'link' && proof.address === address))
    return refuse('ALREADY_PROVED', POINT_BASIS, '这个网址已经附上了。');
  return proved(point, { type: 'link', id: scene.newId(), title, address, by: scene.actor.id }, scene);
}

/** A page of the web, or a record of the console; nothing that runs. */
function isAddress(address: string): boolean {
  if (/^\/(?!\/)[^\s\\]*$/.test(address)) return true;
  return /^https?:\/\//i.test(address) && !/\s/.test(address) && URL.canParse(address);
}

function proved(point: WorkPoint, proof: WorkPointProof, { today }: Scene): Decision<WorkPoint> | Refusal {
  if (point.proofs.length >= MOST_PROOFS)
    return refuse('TOO_MANY_PROOFS', POINT_BASIS, `一项最多附 ${MOST_PROOFS} 件佐证，请先去掉不要的。`);
  const next = { ...point, begunOn: point.begunOn ?? today, proofs: [...point.proofs, proof] };
  const { by: _, ...content } = proof;
  return decided(next, 'workPointProved', content);
}

function dropped(point: WorkPoint, proofId: string): Decision<WorkPoint> | Refusal {
  const proofs = point.proofs.filter(({ id }) => id !== proofId);
  if (proofs.length === point.proofs.length)
    return refuse('NO_SUCH_PROOF', POINT_BASIS, '没有这件佐证，可能已经去掉了。请刷新页面。');
  return decided({ ...point, proofs }, 'workPointProofDropped', { proofId });
}

function returned(point: WorkPoint, because: string, scene: Scene): Decision<WorkPoint> | Refusal {
  if (point.doneOn === null) return refuse('NOT_DONE', POINT_BASIS, '这一项还没有报告完成，不用退回。');
  if (because === '') return refuse('REASON_MISSING', POINT_BASIS, '请写明为什么退回、还要做什么。');
  const next = noted({ ...point, doneOn: null }, 'returned', because, scene);
  return decided(next, 'workPointReturned', { because });
}

function revised(
  point: WorkPoint,
  sent: Extract<PointCommand, { verb: 'revise' }>,
  scene: Scene,
): Decision<WorkPoint> | Refusal {
  const [{ dueOn, ownerId }, because] = [sent, sent.because.trim()];
  if (dueOn === point.dueOn && ownerId === point.ownerId)
    return refuse('NOTHING_CHANGED', POINT_BASIS, '时限和责任单位都没有变，没有办理。');
  if (because === '') return refuse('REASON_MISSING', POINT_BASIS, '请写明为什么调整；原来的时限留在经过里。');
  const before = dueOn === point.dueOn ? '' : `时限由${inProse(point.dueOn)}改为${inProse(dueOn)}。`;
  const owner = ownerId === point.ownerId ? '' : '改由另一个单位负责。';
  // A later day, or another owner, is told of anew.
  const next = { ...point, dueOn, ownerId, toldSoonOn: null, toldLateOn: null };
  const content = { dueOn, ownerId, because };
  return decided(noted(next, 'revised', `${before}${owner}${because}`, scene), 'workPointRevised', content);
}

function withdrawn(point: WorkPoint, because: string, scene: Scene): Decision<WorkPoint> | Refusal {
  if (because === '') return refuse('REASON_MISSING', POINT_BASIS, '请写明为什么撤销；撤销的仍然留在列表里。');
  const next = noted({ ...point, withdrawnBecause: because }, 'withdrawn', because, scene);
  return decided(next, 'workPointWithdrawn', { because });
}

function noted(point: WorkPoint, kind: WorkPointNote['kind'], says: string, { actor, today }: Scene): WorkPoint {
  return { ...point, notes: [...point.notes, { kind, on: today, by: actor.id, says }] };
}

function decided(next: WorkPoint, verb: string, content: unknown): Decision<WorkPoint> {
  const { id: subject, agencyId, version } = next;
  return {
    next: { ...next, version: version + 1 },
    entry: { verb, subject, agencyId, basis: POINT_BASIS, content },
  };
}
