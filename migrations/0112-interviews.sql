-- 在线访谈: the interview, everything that happened in it in order (the turns among it), and what citizens asked.
create table interviews (
  id             text primary key,
  agency_id      text not null references agencies (id),
  title          text not null,
  guest          text not null,
  guest_post     text not null,
  intro          text not null,
  planned_on     date not null,
  -- 北京时间, 时:分
  planned_at     text not null,
  state          text not null,
  -- of the last fact
  last_n         integer not null,
  announced_on   date,
  held_on        date,
  cancelled_why  text,
  video_url      text
);
create index interviews_public on interviews (planned_on desc, id) where announced_on is not null;
create index interviews_held on interviews (held_on, agency_id) where state = 'ended';
create index interviews_of_agency on interviews (agency_id, planned_on desc, id);

-- Numbered under the lock of the interview: n has no gap and is the order in which it was committed.
create table interview_facts (
  interview_id text not null references interviews (id),
  n            integer not null,
  agency_id    text not null,
  type         text not null,
  happened_on  date not null,
  recorded_at  timestamptz not null,
  recorded_by  text not null,
  detail       jsonb not null,
  primary key (interview_id, n)
);

-- Nobody is asked who he is; numbers and homes are covered before the row is written.
create table interview_questions (
  id            text primary key,
  interview_id  text not null references interviews (id),
  agency_id     text not null,
  body          text not null,
  form_hash     text not null unique,
  received_at   timestamptz not null,
  state         text not null,
  public_text   text,
  decided_why   text not null default ''
);
create index interview_questions_waiting on interview_questions (interview_id, state, received_at);
