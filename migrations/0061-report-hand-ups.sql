-- 报送: the figures each agency handed to the government above it, a row for each time.
create table report_hand_ups (
  id text primary key,
  agency_id text not null references agencies (id),
  to_agency_id text not null references agencies (id),
  year integer not null,
  version integer not null,
  source text not null,
  figures jsonb not null,
  why text not null,
  state text not null,
  handed_by text not null,
  handed_at timestamptz not null,
  settled_by text,
  settled_at timestamptz,
  returned_why text,
  unique (agency_id, year, version)
);
create index report_hand_ups_by_receiver on report_hand_ups (to_agency_id, year);
