/**
 * 机关名下的表 [ORG-4]: every column that names an agency, and what becomes of its rows when the agency ends: handed over as a matter, along with
 * one, or staying with who it was, and why. A column that is missing here fails the house test.
 */
import type { HandedKindName } from './handed-kinds.ts';

export type Holding =
  /** Rows of this kind go over. */
  | { readonly handed: HandedKindName }
  /** Rows go with the matter they belong to. */
  | { readonly along: HandedKindName }
  | { readonly stays: string };

const past = '经过只增不改，属于当时的机关；新的经过记在现在的机关名下';
const settings = '原机关的设置，承继机关用自己的';
const closed = '办结的留在原机关备查，承继机关的人员可以查看';
const site = '属于全县的站点，登记在最上级机关名下，最上级机关不能撤销';
const counted = '已经计入原机关的数字，各年报表从这里计算';

export const HOLDINGS: Readonly<Record<string, Holding>> = {
  'agencies.parent_id': { handed: 'agencies' },
  'officers.agency_id': { handed: 'officers' },
  'officer_roles.agency_id': { along: 'officers' },
  'deputations.agency_id': { stays: '交办时被代理人所在的机关；代理随本人的岗位走，不因移交中断' },
  'ledger_entries.agency_id': { stays: '留痕不改写' },
  'outbox.agency_id': { stays: '已经排队的消息照发，收件人以发送时的岗位为准' },
  'officer_notices.agency_id': { stays: '已经告知的消息，属于收到的人' },

  'info_requests.agency_id': { handed: 'applications' },
  'applicants.agency_id': { along: 'applications' },
  'request_files.agency_id': { along: 'applications' },
  'request_submissions.agency_id': { along: 'applications' },
  'request_tasks.agency_id': { along: 'applications' },
  'request_tasks.to_agency_id': { handed: 'tasks' },
  'request_facts.agency_id': { stays: past },
  'request_letters.agency_id': { stays: '已经制发的文书，署名和文号不变' },
  'due_day_moves.agency_id': { stays: past },
  'identity_erasures.agency_id': { stays: closed },
  'other_erasures.agency_id': { stays: closed },
  'number_series.agency_id': { stays: '原机关的文号到此为止，承继机关接着用自己的' },
  'agency_marks.agency_id': { stays: settings },
  'letter_particulars.agency_id': { stays: settings },
  'letter_wordings.agency_id': { stays: settings },
  'remedies.agency_id': { handed: 'remedies' },
  'remedy_facts.agency_id': { stays: past },
  'personal_corrections.agency_id': { handed: 'corrections' },
  'personal_correction_applicants.agency_id': { along: 'corrections' },
  'personal_correction_files.agency_id': { along: 'corrections' },
  'personal_correction_facts.agency_id': { stays: past },
  'personal_correction_letters.agency_id': { stays: '已经制发的文书，署名和文号不变' },

  'documents.agency_id': { handed: 'drafts' },
  'editions.agency_id': { along: 'drafts' },
  'relations.agency_id': { along: 'drafts' },
  'attached_files.agency_id': { along: 'drafts' },
  'pictures.agency_id': { along: 'drafts' },
  'edition_marks.agency_id': { stays: '审校记录只增不改；它随稿件查看，不按机关查找' },
  'placements.agency_id': { stays: '公开的信息由原机关公开，留在它名下，承继机关的人员维护' },
  'search.agency_id': { stays: '公开的信息由原机关公开，留在它名下，承继机关的人员维护' },
  'index_serials.agency_id': { stays: '索引号不重用，原机关的到此为止' },
  'review_rules.agency_id': { stays: settings },
  'word_lists.agency_id': { stays: settings },
  'force_reviews.agency_id': { stays: '清理、评估的记录只增不改，随文件留在公开它的机关' },
  'special_columns.agency_id': { handed: 'columns' },
  'former_addresses.agency_id': { stays: '旧网址永远指向同一条信息' },
  'home_arrangements.agency_id': { stays: site },
  'pinned_answers.agency_id': { stays: site },
  'grey_periods.agency_id': { stays: site },

  'citizen_letters.agency_id': { handed: 'letters' },
  'citizen_letter_writers.agency_id': { along: 'letters' },
  'citizen_letter_facts.agency_id': { stays: past },
  'public_consultations.agency_id': { handed: 'consultations' },
  'public_opinions.agency_id': { along: 'consultations' },
  'public_opinion_writers.agency_id': { along: 'consultations' },
  'public_opinion_attachments.agency_id': { along: 'consultations' },
  'public_consultation_facts.agency_id': { stays: past },
  'interviews.agency_id': { handed: 'interviews' },
  'interview_questions.agency_id': { along: 'interviews' },
  'interview_facts.agency_id': { stays: past },
  'interactions.agency_id': { stays: counted },

  'decision_counts.agency_id': { stays: counted },
  'registered_decisions.agency_id': { stays: '决定由原机关作出，以它的名义登记；没有公示的由承继机关的人员公示' },
  'decision_imports.agency_id': { stays: closed },

  'media_accounts.agency_id': { handed: 'accounts' },
  'wechat_joins.agency_id': { along: 'accounts' },
  'wechat_posts.agency_id': { along: 'accounts' },
  'media_posts.agency_id': { stays: '发布当日属于哪个机关，就计在哪个机关' },
  'connections.agency_id': { stays: site },
  'sources.agency_id': { stays: site },
  'received_items.agency_id': { stays: site },
  'shared_copies.agency_id': { stays: '对方平台已有的信息仍然是原机关公开的' },

  'watched_sites.agency_id': { handed: 'sites' },
  'rectification_tickets.agency_id': { handed: 'tickets' },
  'site_findings.agency_id': { along: 'tickets' },
  'mistake_reports.agency_id': { handed: 'mistakes' },
  'mistake_reporters.agency_id': { along: 'mistakes' },
  'disclosure_complaints.agency_id': { handed: 'complaints' },
  'disclosure_complaints.about_id': { stays: '投诉的是哪个机关，记录不改' },
  'oversight_records.agency_id': { stays: closed },
  'oversight_records.about_id': { stays: '考核、评议、追究的是哪个机关，记录不改' },
  'work_points.owner_id': { handed: 'points' },
  'work_points.agency_id': { handed: 'pointLists' },
  'trainings.agency_id': { handed: 'trainings' },
  'patrol_rosters.agency_id': { stays: '值班表到此为止，承继机关自己排' },
  'patrol_sheets.agency_id': { stays: closed },
  'watch_digests.agency_id': { stays: '当日已经提醒过的记号' },

  'annual_reports.agency_id': { stays: '原机关当年的数字截至撤销之日，仍是它自己的一份；由承继机关的人员编完、报送' },
  'report_hand_ups.agency_id': { stays: '原机关报送的数，只汇总一次' },
  'report_hand_ups.to_agency_id': { handed: 'handUps' },
  'collected_reports.agency_id': { stays: closed },
};
