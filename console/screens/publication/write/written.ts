/** 稿件 as it stands in the form: what it begins with, what is still missing, and what is sent of it. */
import type {
  AttachedFileView,
  PublicationView,
  PublicationWords,
  Routes,
  WordRead,
} from '../../../../src/desk/contract.ts';

export type NewDraft = Routes['POST /api/publications']['sends'];
export type Revision = Extract<Routes['POST /api/publications/:id/acts']['sends'], { verb: 'revise' }>;

export interface Written {
  readonly agencyId: string;
  readonly kind: string;
  readonly columns: readonly string[];
  readonly title: string;
  readonly issuer: string;
  readonly docNo: string;
  readonly writtenOn: string;
  readonly topic: string;
  readonly genre: string;
  readonly summary: string;
  /** As typed, apart by 、 or spaces. */
  readonly keywords: string;
  readonly effectiveOn: string;
  readonly expiresOn: string;
  readonly openMode: string;
  readonly openModeReason: string;
  readonly bodyHtml: string;
  /** In the order the public reads them. */
  readonly attachments: readonly AttachedFileView[];
  readonly relations: readonly { readonly kind: string; readonly to: string; readonly title: string }[];
  readonly changeNote: string;
}

/** Fields that hold one line or day. */
export type TextName = Exclude<keyof Written, 'columns' | 'relations' | 'bodyHtml' | 'attachments'>;

export function blank({ agencies, today }: PublicationWords): Written {
  const [only] = agencies.length === 1 ? agencies : [];
  return {
    ...{ agencyId: only?.name ?? '', issuer: only?.term ?? '', kind: '', columns: [], title: '', docNo: '' },
    ...{ writtenOn: today, topic: '', genre: '', summary: '', keywords: '', effectiveOn: '', expiresOn: '' },
    ...{ openMode: 'proactive', openModeReason: '', bodyHtml: '', attachments: [], relations: [], changeNote: '' },
  };
}

/** What is edited: the draft, or a copy of what the public reads. */
export function writtenIn({ agencyId, kind, columns, relations, draft, live }: PublicationView): Written {
  const { particulars, bodyHtml, attachments } = (draft ?? live)!;
  return {
    ...particulars,
    ...{ agencyId, kind: kind.name, bodyHtml, attachments, changeNote: draft?.changeNote ?? '' },
    columns: columns.map(({ name }) => name),
    keywords: particulars.keywords.join('、'),
    relations: relations.map((one) => ({ kind: one.kind.name, to: one.to, title: one.title })),
  };
}

/**
 * [PUB-103] What is taken of a Word file: its title becomes the title where there is none, and does not stand in the text a second time.
 * @param typed the title as it stands in the form
 */
export function takenFrom({ bodyHtml, titled }: WordRead, typed: string) {
  const written = typed.trim();
  if (!titled) return { bodyHtml, title: typed, says: null };
  const { title } = titled;
  if (written === '')
    return { ...titled, says: `标题取自稿件：“${title}”，正文里不再重复。不是标题的，请改标题，把这一行写回正文。` };
  if (written.replace(/\s/g, '') === title.replace(/\s/g, ''))
    return { bodyHtml: titled.bodyHtml, title: typed, says: '稿件开头的标题与填写的标题相同，正文里不再重复。' };
  const says = `稿件开头的“${title}”与填写的标题不同，留在正文里。是标题的，请改标题，从正文里删去这一行。`;
  return { bodyHtml, title: typed, says };
}

/** What must stand there before it is kept; what the kind asks beyond is told before it is submitted. */
export function lacking(written: Written, isPublic: boolean): Partial<Record<keyof Written, string>> {
  const lacks: Partial<Record<keyof Written, string>> = {};
  if (written.agencyId === '') lacks.agencyId = '请选择是哪个机关的信息。';
  if (written.kind === '') lacks.kind = '请选择种类。规章和行政规范性文件计入年度报告表二。';
  if (written.title.trim() === '') lacks.title = '请填写标题。';
  if (written.issuer.trim() === '') lacks.issuer = '请填写发文机关。';
  if (written.writtenOn === '') lacks.writtenOn = '请选择成文日期，20个工作日的公开期限从这一天起算。';
  if (written.openMode !== 'proactive' && written.openModeReason.trim() === '')
    lacks.openModeReason = '不主动公开的，请写明依据和理由。';
  if (isPublic && written.changeNote.trim() === '') lacks.changeNote = '公开过的信息要写明改了什么，它会显示在页面上。';
  return lacks;
}

export function keywordsIn(typed: string): string[] {
  return typed.split(/[、，,；;\s]+/).filter((word) => word !== '');
}

function contentOf(written: Written) {
  const { agencyId, kind, columns, bodyHtml, attachments, relations, changeNote, keywords, ...particulars } = written;
  return {
    columns: [...columns],
    bodyHtml,
    attachments: attachments.map(({ id }) => id),
    relations: relations.map(({ kind: how, to }) => ({ kind: how, to })) as NewDraft['relations'],
    particulars: { ...particulars, keywords: keywordsIn(keywords) } as NewDraft['particulars'],
  };
}

export function draftOf(written: Written): NewDraft {
  return { agencyId: written.agencyId, kind: written.kind as NewDraft['kind'], ...contentOf(written) };
}

/** What the editor began with: somebody else's later text is never written over, nor what was done with it meanwhile passed by. */
export type Base = Pick<Revision, 'edition' | 'seen'>;

export function baseIn({ seen, draft, live }: PublicationView): Base {
  return { seen, edition: (draft ?? live)!.hash };
}

export function revisionOf(written: Written, base: Base): Revision {
  return { verb: 'revise', ...base, changeNote: written.changeNote.trim(), ...contentOf(written) };
}
