-- 每日巡查: who is on duty from which day on; a changed roster is a further row.
create table patrol_rosters (
  id          text primary key,
  agency_id   text not null references agencies (id),
  from_day    date not null,
  turn        text not null,
  days        text not null,
  officer_ids text[] not null,
  set_at      timestamptz not null
);
create index patrol_rosters_of_agency on patrol_rosters (agency_id, from_day, set_at);

-- 巡查单: one for each agency and day of patrol, made by the machine, signed once.
create table patrol_sheets (
  id             text primary key,
  agency_id      text not null references agencies (id),
  day            date not null,
  covers_from    date not null,
  officer_id     text not null references officers (id),
  hand_overs     jsonb not null default '[]',
  -- who signed, when, what he saw and what the machine said then; null while nobody has
  signed         jsonb,
  -- 缺巡, told to the head of the office
  missed_told_on date,
  unique (agency_id, day)
);
create index patrol_sheets_unsigned on patrol_sheets (agency_id, day) where signed is null;
