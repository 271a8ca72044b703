-- 工作要点 of a year: what is to be done, on what basis, by whom and until when, and what proves that it was done.
create table work_points (
  id            text primary key,
  agency_id     text not null references agencies (id),
  year          integer not null,
  number        integer not null,
  heading       text not null default '',
  title         text not null,
  basis         text not null,
  owner_id      text not null references agencies (id),
  due_on        date not null,
  begun_on      date,
  done_on       date,
  -- 撤销的 stay with their reason
  withdrawn_because text,
  -- 办理经过: who wrote what on which day
  notes         jsonb not null default '[]',
  -- 佐证: files by their id, links by their address
  proofs        jsonb not null default '[]',
  -- the day on which the owner was told that it is near, and that it is over
  told_soon_on  date,
  told_late_on  date,
  -- counts up with every act
  version       integer not null default 1,
  unique (agency_id, year, number)
);
create index work_points_of_owner on work_points (owner_id, year);
create index work_points_open on work_points (due_on) where done_on is null and withdrawn_because is null;
