-- 机构改革: an agency keeps its row for ever. What it was called before, the day it ended and who continues its functions stand with it; what was
-- ordered (renamed, merged, split, abolished), on what basis and to whom its open matters went, is a row of its own.
alter table agencies
  -- the first day on which it is no more
  add column ended_on date,
  add column successors text[] not null default '{}',
  -- [{name, until}]: the first day on which it was called otherwise, the oldest first
  add column former_names jsonb not null default '[]',
  add check ((ended_on is null) = (successors = '{}'));

create table reorganisations (
  id           text primary key,
  kind         text not null,
  on_day       date not null,
  -- 文号 of the document that ordered it
  basis        text not null,
  reason       text not null,
  -- 更名的机关, or those that end
  about        text[] not null,
  successors   text[] not null,
  new_name     text not null,
  -- who gets what: one for all, one for a kind of matter, one for a single matter
  default_to   text not null,
  by_kind      jsonb not null,
  singles      jsonb not null,
  -- planned, done, cancelled
  state        text not null,
  made_by      text not null,
  made_at      timestamptz not null,
  done_at      timestamptz,
  -- how many matters of each kind went over
  handed_over  jsonb not null default '{}'
);
create index reorganisations_planned on reorganisations (on_day) where state = 'planned';

-- Files that went from one agency to another count for each of them in 表三 by the day.
create index request_facts_handed_over on request_facts (request_id) where type = 'handedOver';
