-- 工作日历与口径: what a county entered beside the notices the product brings along. Rows are added and, at most, withdrawn; a calendar
-- of any earlier day can be built again.
create table holiday_notices (
  -- in the order they were entered: where two speak of one day, the later decides
  n            bigint generated always as identity primary key,
  id           text not null unique,
  title        text not null,
  number       text not null,
  link         text not null,
  -- the year whose arrangement it publishes; null for what only adds to or corrects one, regional days off among it
  publishes    integer,
  -- [{name, from, to}]
  days_off     jsonb not null,
  make_up_days jsonb not null,
  entered_at   timestamptz not null,
  entered_by   text not null,
  withdrawn_at timestamptz,
  withdrawn_by text,
  withdrawn_why text,
  check ((withdrawn_at is null) = (withdrawn_by is null))
);

-- 待核的口径: each change with its reason; the last of a name is in force, what was never changed is the product's own.
create table setting_changes (
  n          bigint generated always as identity primary key,
  name       text not null,
  value      jsonb not null,
  why        text not null,
  changed_at timestamptz not null,
  changed_by text not null
);
