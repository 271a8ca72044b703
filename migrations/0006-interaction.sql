-- 互动回应: what was held or answered, one row each, so that the year's figures open their records.
create table interactions (
  id          text primary key,
  agency_id   text not null references agencies (id),
  kind        text not null,
  title       text not null,
  held_on     date not null,
  recorded_at timestamptz not null
);
create index interactions_year on interactions (kind, held_on, agency_id);
