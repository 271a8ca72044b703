-- 问题和整改单: what the watch found, kept from round to round, and the tickets under which it is put right.
create table rectification_tickets (
  id          text primary key,
  number      text not null unique,
  site_id     text not null references watched_sites (id),
  agency_id   text not null references agencies (id),
  kind        text not null,
  state       text not null,
  opened_on   date not null,
  due_on      date not null,
  assignee_id text references officers (id),
  fixed_says  text not null default '',
  closed_on   date,
  -- 回头看: the day it is looked at again after it was closed, and what came of it
  look_back_on date,
  looked_back  text,
  reopened    integer not null default 0
);
create index rectification_tickets_of_agency on rectification_tickets (agency_id, state, due_on);

create table site_findings (
  id         text primary key,
  site_id    text not null references watched_sites (id),
  agency_id  text not null references agencies (id),
  ticket_id  text not null references rectification_tickets (id),
  kind       text not null,
  url        text not null,
  detail     text not null,
  says       text not null,
  sources    text[] not null,
  state      text not null,
  first_seen date not null,
  last_seen  date not null,
  -- 出现过几次: more than once means it came back
  times      integer not null default 1,
  accepted_because text not null default ''
);
create unique index site_findings_once on site_findings (site_id, kind, md5(url), md5(detail));
create index site_findings_of_ticket on site_findings (ticket_id);

-- 定时访问首页.
create table site_probes (
  site_id text not null references watched_sites (id),
  at      timestamptz not null,
  result  text not null,
  millis  integer not null,
  primary key (site_id, at)
);
create table home_pages_seen (
  site_id text not null references watched_sites (id),
  day     date not null,
  entries text[] not null,
  primary key (site_id, day)
);
-- 最近的结论, and what of it was told when.
create table site_verdicts (
  site_id    text not null references watched_sites (id),
  indicator  text not null,
  state      text not null,
  says       text not null,
  days_left  integer,
  judged_on  date not null,
  told_state text not null,
  told_on    date not null,
  primary key (site_id, indicator)
);
-- 栏目, as the last round saw them.
create table crawl_columns (
  round_id text not null references crawl_rounds (id) on delete cascade,
  url      text not null,
  name     text not null,
  kind     text not null,
  latest   date,
  blank    boolean not null,
  readable boolean not null,
  primary key (round_id, url)
);
