-- 每日一次的监测提醒: an agency is told once a day of what is not urgent.
create table watch_digests (
  agency_id text not null references agencies (id),
  day       date not null,
  primary key (agency_id, day)
);
