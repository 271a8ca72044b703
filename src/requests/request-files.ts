/**
 * 案卷附件 (《条例》第四十五条): a file that belongs to an application, what it is there for, and who may see it. The content is elsewhere; a row
 * tells its hash. What the applicant may have is what he gave himself, and what was released to him once the reply is served.
 */
import { type Actor, ALLOWED, denied, type Permission, requireRole } from '../people/actor.ts';
import type { AgencyId } from '../people/agency.ts';
import { doerOf } from '../people/hand.ts';
import type { RoleName } from '../people/role.ts';
import type { Finding } from '../review/finding.ts';
import { refuse } from '../statute/refusal.ts';
import { FACT_TERMS, factsOf, lastOf, type ProvidedFile, type RequestFact } from './facts.ts';
import type { RequestFile, RequestId } from './info-request.ts';
import { givesSomething } from './reply-parts.ts';
import type { RequestState } from './states.ts';

export const FILE_PURPOSES = {
  application: { term: '申请材料' },
  identityProof: { term: '身份证明' },
  mandate: { term: '授权委托书' },
  signature: { term: '代填的签名' },
  correction: { term: '补正材料' },
  opinion: { term: '征求的意见' },
  task: { term: '协办材料' },
  released: { term: '提供的信息' },
  evidence: { term: '送达和办理凭证' },
} as const;

export type FilePurposeName = keyof typeof FILE_PURPOSES;

export interface Attachment {
  readonly id: string;
  readonly requestId: RequestId;
  readonly agencyId: AgencyId;
  /** Of the fact it came with; null until an act has used it. */
  readonly factN: number | null;
  readonly purpose: FilePurposeName;
  readonly taskId: string | null;
  readonly kind: string;
  readonly bytes: number;
  readonly sha256: string;
  /** Of what is to be provided: what was found in it. */
  readonly findings: readonly Finding[];
  readonly addedBy: string;
  readonly addedAt: Date;
}

/** Who looks: an officer, with the co-working tasks that are his department's; or whoever holds the code of a file. */
export type FileViewer =
  | { readonly actor: Actor; readonly taskIds: ReadonlySet<string> }
  | { readonly codeDigest: string };

const READERS: readonly RoleName[] = ['handler', 'officeHead', 'signatory', 'legal', 'secrecyReviewer', 'auditor'];
const GIVERS: readonly RoleName[] = ['handler', 'officeHead'];

/** The sentence is the same for a file that is not his and for one that does not exist: a guess learns nothing. */
export const NO_SUCH_ATTACHMENT = refuse('NO_SUCH_ATTACHMENT', '岗位权限', '没有这个附件，或者它不属于这件申请。');

/** 附件谁能看 [FIL-8]. `file` is the application the viewer has come for; the attachment must be one of its own. */
export function permitRequestFile(
  viewer: FileViewer,
  attachment: Pick<Attachment, 'id' | 'requestId' | 'agencyId' | 'purpose' | 'taskId' | 'addedBy'>,
  { request, facts, codeDigest }: RequestFile,
): Permission {
  if (attachment.requestId !== request.id) return denied(NO_SUCH_ATTACHMENT);
  if ('codeDigest' in viewer) {
    const isOwn = attachment.addedBy === 'public' && OWN.includes(attachment.purpose);
    const isReleased = filesProvided(facts).some(({ id }) => id === attachment.id);
    const mayHave = viewer.codeDigest === codeDigest && codeDigest !== '' && (isOwn || isReleased);
    return mayHave ? ALLOWED : denied(NO_SUCH_ATTACHMENT);
  }
  const { actor, taskIds } = viewer;
  if (actor.kind !== 'officer') return denied(NO_SUCH_ATTACHMENT);
  const readers = NAMES_HIM.includes(attachment.purpose) ? KNOW_HIM : READERS;
  if (requireRole(actor, readers, attachment.agencyId).allowed) return ALLOWED;
  const isOfHisTask = attachment.taskId !== null && taskIds.has(attachment.taskId);
  return isOfHisTask ? ALLOWED : denied(NO_SUCH_ATTACHMENT);
}

/** What tells who applied, for those alone who may know it (REQ-55). */
const NAMES_HIM: readonly FilePurposeName[] = ['application', 'identityProof', 'mandate', 'signature', 'correction'];
const KNOW_HIM: readonly RoleName[] = ['handler', 'officeHead', 'legal'];

const OWN: readonly FilePurposeName[] = ['application', 'identityProof', 'mandate', 'correction'];

/** [FIL-11] With one application, or one correction of it. */
export const HANDED_IN_AT_MOST = 5;

/**
 * 申请人交来的文件 [FIL-11] (《条例》第二十九条第二款): put into the file together with the application or the correction they came with, under the code
 * of that very file, as what an applicant may give and nothing else.
 */
export function permitHandIn(
  actor: Actor,
  { codeDigest, purpose }: { readonly codeDigest: string; readonly purpose: FilePurposeName },
  file: Pick<RequestFile, 'codeDigest'>,
): Permission {
  const holdsCode = actor.kind === 'public' && codeDigest === file.codeDigest && codeDigest !== '';
  return holdsCode && OWN.includes(purpose) ? ALLOWED : denied(NO_SUCH_ATTACHMENT);
}

/**
 * 随答复提供的附件 [FIL-15]: those of the draft that was checked, signed and served. What was put into the file afterwards goes out with no
 * reply that is out already.
 */
export function filesProvided(facts: readonly RequestFact[]): readonly ProvidedFile[] {
  return factsOf(facts, 'served').flatMap((served) => {
    const signed = factsOf(facts, 'signed').findLast(({ n }) => n < served.n);
    return (signed && factsOf(facts, 'drafted').findLast(({ n }) => n < signed.n)?.files) ?? [];
  });
}

/** Files of the draft that stands: taken out only once it was returned. */
export function filesOfDraft({ request, facts }: Pick<RequestFile, 'request' | 'facts'>): readonly ProvidedFile[] {
  const stands = STANDING.includes(request.state);
  return (stands && lastOf(facts, 'drafted')?.files) || [];
}

/**
 * 去向 of what was put there to be provided: out with the draft that stands, with the next one, or with none, because the reply that gives something was
 * drafted before it came.
 */
export type Providing = 'withDraft' | 'withNextDraft' | 'leftOut';

export function providingOf(
  { id, purpose }: Pick<Attachment, 'id' | 'purpose'>,
  file: Pick<RequestFile, 'request' | 'facts'>,
): Providing | null {
  if (purpose !== 'released') return null;
  if (filesOfDraft(file).some((one) => one.id === id) || filesProvided(file.facts).some((one) => one.id === id))
    return 'withDraft';
  const { state } = file.request;
  if (STANDING.includes(state)) {
    const draft = lastOf(file.facts, 'drafted');
    return draft && givesSomething(draft) ? 'leftOut' : null;
  }
  return state === 'abandoned' || state === 'withdrawn' ? null : 'withNextDraft';
}

const STANDING: readonly RequestState[] = ['drafted', 'reviewed', 'signed', 'served', 'archived'];

/** 附件谁能加 [FIL-9]: who handles the file, or whose task it is; nothing is added to a file that is archived. */
export function permitAddFile(
  viewer: Extract<FileViewer, { actor: Actor }>,
  { agencyId, state }: Pick<RequestFile['request'], 'agencyId' | 'state'>,
  taskId: string | null,
): Permission {
  if (taskId === null || !viewer.taskIds.has(taskId)) {
    const role = requireRole(viewer.actor, GIVERS, agencyId);
    if (!role.allowed) return role;
  }
  if (state !== 'archived') return ALLOWED;
  return denied(refuse('WRONG_STATE', '《条例》第四十五条', '这件申请已经归档，不能再加附件。'));
}

/** 附件谁能取走 [FIL-10]: whoever could add it, while the file is not archived; which of them, `mayRemove` says. */
export function permitRemoveFile(...asked: Parameters<typeof permitAddFile>): Permission {
  const permission = permitAddFile(...asked);
  return permission.allowed || permission.refusal.code !== 'WRONG_STATE'
    ? permission
    : denied(refuse('WRONG_STATE', '《条例》第四十五条', '这件申请已经归档，附件不能再删除。'));
}

/** 用上先传的附件 [FIL-10]: only what the same officer put into this very file and no act has used. */
export function mayUse(
  attachment: Pick<Attachment, 'requestId' | 'addedBy' | 'factN'>,
  requestId: RequestId,
  actor: Actor,
): boolean {
  return (
    attachment.requestId === requestId && doerOf(attachment.addedBy) === doerOf(actor.id) && attachment.factN === null
  );
}

/** The same for an act on one task: what was put there for another task of the file goes with no answer of this one. */
export function mayUseFor(
  attachment: Pick<Attachment, 'requestId' | 'addedBy' | 'factN' | 'taskId'>,
  { requestId, taskId }: { readonly requestId: RequestId; readonly taskId: string | null },
  actor: Actor,
): boolean {
  return attachment.taskId === taskId && mayUse(attachment, requestId, actor);
}

/** 随哪一步入卷 [FIL-10]: null while no act has taken it along. */
export function usedBy({ factN }: Pick<Attachment, 'factN'>, facts: readonly RequestFact[]): string | null {
  const fact = facts.find(({ n }) => n === factN);
  return fact ? FACT_TERMS[fact.type] : null;
}

/**
 * 取走附件 [FIL-10, FIL-15]: one's own that nothing has used; of what is to be provided any that no standing draft takes with it, whoever put it
 * there, so that a wrong file never has to go out.
 */
export function mayRemove(
  attachment: Pick<Attachment, 'id' | 'requestId' | 'addedBy' | 'factN' | 'purpose'>,
  file: Pick<RequestFile, 'request' | 'facts'>,
  actor: Actor,
): boolean {
  if (filesOfDraft(file).some(({ id }) => id === attachment.id)) return false;
  if (attachment.purpose !== 'released') return mayUse(attachment, file.request.id, actor);
  const isOut = filesProvided(file.facts).some(({ id }) => id === attachment.id);
  return attachment.requestId === file.request.id && !isOut;
}
