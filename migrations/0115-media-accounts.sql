-- 媒体账号台账: accounts of offices on other people's platforms, what became of each, and what was posted there.
create table media_accounts (
  id            text primary key,
  agency_id     text not null references agencies (id),
  platform      text not null,
  name          text not null,
  -- how the platform calls it
  handle        text not null,
  contact       text not null,
  opened_on     date not null,
  -- 备案; null while it is not filed, or not again after a change
  filed_number  text,
  filed_on      date,
  closed_on     date,
  closed_why    text
);
create unique index media_accounts_in_use on media_accounts (platform, name) where closed_on is null;
create index media_accounts_of_agency on media_accounts (agency_id);

create table media_account_events (
  account_id  text not null references media_accounts (id),
  n           integer not null,
  type        text not null,
  on_day      date not null,
  says        text not null,
  by_id       text not null,
  at          timestamptz not null,
  primary key (account_id, n)
);

create table media_posts (
  id              text primary key,
  account_id      text not null references media_accounts (id),
  -- whose it was on that day
  agency_id       text not null references agencies (id),
  title           text not null,
  posted_on       date not null,
  url             text not null,
  recorded_by     text not null,
  recorded_at     timestamptz not null,
  -- 撤下: it is counted no more
  withdrawn_on    date,
  withdrawn_why   text
);
create unique index media_posts_once on media_posts (account_id, posted_on, title) where withdrawn_on is null;
create index media_posts_of_agency on media_posts (agency_id, posted_on);
