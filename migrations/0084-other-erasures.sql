-- 到期清除 of who asked for a correction and who wrote a letter [SEC-25]: the sealed row is gone, this one says why and who confirmed it.
create table other_erasures (
  room         text not null,
  subject      text not null,
  agency_id    text not null references agencies (id),
  number       text not null,
  due_on       date not null,
  confirmed_by text not null references officers (id),
  confirmed_at timestamptz not null,
  primary key (room, subject)
);
create index other_erasures_latest on other_erasures (agency_id, confirmed_at desc);
