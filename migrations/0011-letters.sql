-- 文书: every letter as it was issued, by the fact that issued it; numbered in number_series. Who applied stands in it as a mark only.
create table request_letters (
  request_id   text not null references info_requests (id),
  n            integer not null,
  kind         text not null,
  agency_id    text not null references agencies (id),
  number       text,
  issued_on    date not null,
  -- false: to somebody else; the applicant never sees it
  to_applicant boolean not null,
  paper        jsonb not null,
  primary key (request_id, n, kind),
  foreign key (request_id, n) references request_facts (request_id, n)
);

-- 复议机关、法院、在线复议渠道、缴纳方式, as the agency has entered them for its letters.
create table letter_particulars (
  agency_id text primary key references agencies (id),
  detail    jsonb not null
);

-- 文书用语 adopted by an agency instead of ours; the newest version of a kind holds, null takes ours again.
create table letter_wordings (
  agency_id  text not null references agencies (id),
  kind       text not null,
  version    integer not null,
  wording    text,
  adopted_by text not null,
  adopted_at timestamptz not null,
  primary key (agency_id, kind, version)
);
