-- 年度报告: one row a version. Until it is frozen the figures are recomputed from the records whenever they are read.
create table annual_reports (
  id           text primary key,
  agency_id    text not null references agencies (id),
  year         integer not null,
  version      integer not null,
  state        text not null,
  -- sections with live figures in braces; resolved text once frozen
  narrative    jsonb not null,
  -- figures and resolved narrative as frozen; null before
  frozen       jsonb,
  frozen_by    text,
  frozen_at    timestamptz,
  -- why it was frozen in spite of findings of severity error
  waiver       text,
  published_by text,
  published_at timestamptz,
  -- 更正说明 of a later version
  correction   text,
  unique (agency_id, year, version)
);
create unique index annual_reports_one_open on annual_reports (agency_id, year) where state <> 'published';
