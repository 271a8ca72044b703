-- 依申请公开: applications, what happened to them, who applied (sealed), number series; 复议 and 诉讼 that follow.
create table info_requests (
  id             text primary key,
  agency_id      text not null references agencies (id),
  number         text not null,
  query_number   text not null unique,
  -- digest of the code the applicant holds; the code itself is never stored
  code_digest    text not null,
  channel        text not null,
  applicant_kind text not null,
  arrived_on     date not null,
  -- 收到申请之日 (Art. 31); null until both sides have confirmed it
  received_on    date,
  state          text not null,
  wanted         text not null,
  form_wanted    text not null,
  outcome        text,
  -- row of 表三, kept as it was when the file was closed
  report_row     text,
  closed_on      date,
  replied_on     date,
  -- A copy of what deadlines.ts reads off the facts, for sorting and filtering lists; never read by a rule. Written with every
  -- act and again by the nightly sweep, because a new holiday notice moves days. Null: not begun, standing still or over.
  due_on         date,
  unique (agency_id, number),
  check ((outcome is null) = (closed_on is null)),
  check (replied_on is null or replied_on = closed_on),
  -- what was received and closed stands in exactly one row of the report
  check ((report_row is not null) = (closed_on is not null and received_on is not null)),
  check (closed_on is null or closed_on >= arrived_on)
);
-- 表三 is one pass over this index alone.
create index info_requests_table3 on info_requests (agency_id, received_on)
  include (closed_on, applicant_kind, report_row);
create index info_requests_open on info_requests (agency_id, due_on) where closed_on is null;
create index info_requests_newest on info_requests (agency_id, arrived_on desc, id);

-- Facts are added and never changed: the clock, the ladder and the archive are read from them.
create table request_facts (
  request_id  text not null references info_requests (id),
  n           integer not null,
  agency_id   text not null,
  type        text not null,
  happened_on date not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  detail      jsonb not null,
  primary key (request_id, n)
);
create index request_facts_fees on request_facts (agency_id, type, happened_on) where type in ('feeNoticed', 'paid');

-- Identity lives here and nowhere else, encrypted; erasing a row leaves the file and the ledger whole.
create table applicants (
  request_id  text primary key references info_requests (id),
  agency_id   text not null,
  sealed      text not null,
  masked_name text not null,
  -- keyed digest of the proof of identity: finds the same applicant without reading who it is
  key_digest  text not null
);
create index applicants_key on applicants (agency_id, key_digest);

-- 登记号 and 文号, by agency, kind and year. The row is locked until its act commits, so numbers have neither gap nor twin.
create table number_series (
  agency_id text not null references agencies (id),
  kind      text not null,
  year      integer not null,
  last      integer not null,
  primary key (agency_id, kind, year)
);

-- 机关代字 in those numbers; an agency without one signs with its whole name.
create table agency_marks (
  agency_id text primary key references agencies (id),
  mark      text not null unique
);

-- 查询号: unique in the county; gaps do no harm.
create sequence request_query_numbers;

-- 行政复议、行政诉讼 against a reply, or against its absence.
create table remedies (
  id          text primary key,
  agency_id   text not null references agencies (id),
  -- null for a case about an application answered before the product was in use
  request_id  text references info_requests (id),
  kind        text not null,
  case_number text not null,
  body        text not null,
  stage       text not null,
  filed_on    date not null,
  closed_on   date,
  result      text,
  conclusion  text,
  check ((closed_on is null) = (result is null)),
  check (closed_on is null or closed_on >= filed_on),
  unique (agency_id, case_number)
);
create index remedies_table4 on remedies (agency_id, filed_on) include (kind, closed_on, result);
create index remedies_request on remedies (request_id);
