-- 更正本人信息申请 (Art. 41): no application for information, so neither in info_requests nor in 表三.
create table personal_corrections (
  id             text primary key,
  agency_id      text not null references agencies (id),
  number         text not null,
  channel        text not null,
  applicant_kind text not null,
  received_on    date not null,
  state          text not null,
  record         text not null,
  wrong          text not null,
  proof          text not null,
  outcome        text,
  replied_on     date,
  unique (agency_id, number)
);
create index personal_corrections_newest on personal_corrections (agency_id, received_on desc, id);

create table personal_correction_facts (
  correction_id text not null references personal_corrections (id),
  n             integer not null,
  agency_id     text not null,
  type          text not null,
  happened_on   date not null,
  recorded_at   timestamptz not null,
  recorded_by   text not null,
  detail        jsonb not null,
  primary key (correction_id, n)
);

-- Identity lives here and nowhere else, encrypted.
create table personal_correction_applicants (
  correction_id text primary key references personal_corrections (id),
  agency_id     text not null,
  sealed        text not null,
  masked_name   text not null
);

create table personal_correction_letters (
  correction_id text not null references personal_corrections (id),
  n             integer not null,
  kind          text not null,
  agency_id     text not null,
  number        text,
  issued_on     date not null,
  paper         jsonb not null,
  primary key (correction_id, n, kind)
);
