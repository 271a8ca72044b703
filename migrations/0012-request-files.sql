-- 申请案卷的附件: which kept file belongs to which application. The content lies sealed in the data folder under this id.
create table request_files (
  id          text primary key,
  request_id  text not null references info_requests (id),
  agency_id   text not null,
  -- number of the fact it came with; null while it waits for the act that uses it
  fact_n      integer,
  purpose     text not null,
  -- the co-working task it belongs to
  task_id     text,
  -- file names carry names of people
  name_sealed text not null,
  kind        text not null,
  bytes       bigint not null check (bytes > 0),
  sha256      text not null,
  -- an officer, or `public` for the applicant
  added_by    text not null,
  added_at    timestamptz not null
);
create index request_files_of_request on request_files (request_id, added_at);

-- 同一张表只登记一次: the form an online application came by, kept as long as the form is good, so that a second click gets the same receipt.
create table request_submissions (
  form_digest text primary key,
  request_id  text not null unique references info_requests (id),
  agency_id   text not null,
  code_sealed text not null,
  expires_at  timestamptz not null
);
create index request_submissions_expired on request_submissions (expires_at);
