-- 更正: what a sheet says anew of a decision that is shown. What is shown stays as it is until another hand shows this.
create table decision_corrections (
  decision_id text primary key references registered_decisions (id) on delete cascade,
  subject text not null,
  subject_kind text not null,
  public_words text not null,
  decided_on date not null,
  shown_until date,
  shown jsonb not null,
  -- bound to the decision, as the numbers it replaces are
  sealed text,
  content text not null,
  -- codes of what it says otherwise than what is shown
  fields jsonb not null,
  imported_by text not null,
  imported_at timestamptz not null
);
-- 登记记录: what each sheet did; the ledger holds its hash.
create table decision_imports (
  id text primary key,
  agency_id text not null references agencies (id),
  kind text not null,
  imported_by text not null,
  imported_at timestamptz not null,
  added integer not null,
  same integer not null,
  -- each changed one: its number, what became of it, codes of the fields
  changes jsonb not null,
  -- numbers of those that were taken back, and stay so
  kept jsonb not null
);
create index decision_imports_by_agency on decision_imports (agency_id, imported_at desc);
