-- 收集的年报: reports of others, read from a file, with what a person settled where the reading could not. The file itself is not kept.
create table collected_reports (
  id         text primary key,
  agency_id  text not null references agencies (id),
  -- name of the file
  name       text not null,
  report     jsonb not null,
  -- lines of its tables, with page and position, where figures are undecided
  source     jsonb not null,
  -- settlements in their order; the last of a cell holds
  settled    jsonb not null,
  added_by   text not null,
  added_at   timestamptz not null
);
create index collected_reports_by_agency on collected_reports (agency_id, added_at desc);
