-- 到期日变动: which applications were due another day after a holiday notice or a setting changed, kept so that nobody wonders later.
create table due_day_moves (
  id         bigint generated always as identity primary key,
  request_id text not null references info_requests (id),
  agency_id  text not null references agencies (id),
  moved_at   timestamptz not null,
  -- null: no day can be told, before or after
  from_on    date,
  to_on      date,
  because    text not null
);
create index due_day_moves_request on due_day_moves (request_id);
