-- 培训: planned, held with who came, and a quiz that everybody invited answers once.
create table trainings (
  id           text primary key,
  agency_id    text not null references agencies (id),
  title        text not null,
  content      text not null,
  lecturer     text not null,
  place        text not null,
  planned_on   date not null,
  invited      text[] not null,
  held_on      date,
  attended     text[] not null default '{}',
  -- 没有账号的到场人数
  guests       integer not null default 0,
  cancelled_because text,
  -- 试卷 as it was drawn, with its seed; null while there is none
  quiz         jsonb,
  planned_by   text not null,
  version      integer not null default 1
);
create index trainings_of_agency on trainings (agency_id, planned_on desc);

create table quiz_results (
  training_id  text not null references trainings (id),
  officer_id   text not null references officers (id),
  choices      jsonb not null,
  score        integer not null,
  answered_on  date not null,
  primary key (training_id, officer_id)
);
create index quiz_results_of_officer on quiz_results (officer_id);
