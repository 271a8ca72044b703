-- 双公示: each licence and punishment as its agency reported it.
create table registered_decisions (
  id text primary key,
  agency_id text not null references agencies (id),
  kind text not null,
  -- 文书号, by which a decision is known
  number text not null,
  subject text not null,
  subject_kind text not null,
  decided_on date not null,
  shown_until date,
  -- what may be shown, by code of the standard
  shown jsonb not null,
  -- numbers of papers, sealed: reported and never shown
  sealed text,
  -- hash of both, so that a sheet sent again changes nothing
  content text not null,
  state text not null,
  imported_by text not null,
  imported_at timestamptz not null,
  published_by text,
  published_at timestamptz,
  revoked_on date,
  withdrawn_why text,
  withdrawn_at timestamptz,
  unique (agency_id, kind, number)
);
create index registered_decisions_by_day on registered_decisions (kind, state, decided_on desc, id);
