-- 站点编排: what stands on the home page and in which order, which document answers a search first, on which days the site is grey.

-- One row once somebody has arranged the home page; without it the product's own order stands.
create table home_arrangements (
  agency_id   text primary key references agencies (id),
  blocks      jsonb not null,
  -- Grows with each arrangement: who began with an older one is told.
  version     integer not null check (version > 0),
  arranged_by text not null,
  arranged_at timestamptz not null
);

create table pinned_answers (
  id          text primary key,
  agency_id   text not null references agencies (id),
  -- As they are shown, and folded as searches are.
  words       text[] not null,
  folded      text[] not null,
  document_id text not null references documents (id),
  pinned_by   text not null,
  pinned_at   timestamptz not null,
  unpinned_by text,
  unpinned_at timestamptz
);
create index pinned_answers_found on pinned_answers using gin (folded) where unpinned_at is null;

create table grey_periods (
  id         text primary key,
  agency_id  text not null references agencies (id),
  from_day   date not null,
  until_day  date not null,
  -- 依据: who ordered it, and why.
  ordered_by text not null,
  reason     text not null,
  set_by     text not null,
  ended_on   date,
  ended_by   text,
  check (from_day <= until_day)
);

-- 专栏的次序; the cover text is its purpose.
alter table special_columns add column place integer not null default 0;
