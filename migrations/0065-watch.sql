-- 监测的站点: one's own sites and those of other agencies of the county. An internal one may stand in one's own network.
create table watched_sites (
  id          text primary key,
  agency_id   text not null references agencies (id),
  name        text not null,
  address     text not null,
  own         boolean not null,
  internal    boolean not null default false,
  -- further hosts that are the site's, and hosts whose scripts it may run
  hosts       text[] not null default '{}',
  script_hosts text[] not null default '{}',
  added_at    timestamptz not null,
  removed_at  timestamptz
);
create unique index watched_sites_address on watched_sites (address) where removed_at is null;

-- 栏目档案: what a column is, by the address of its page.
create table watched_columns (
  site_id text not null references watched_sites (id),
  url     text not null,
  kind    text not null,
  primary key (site_id, url)
);

-- 一轮检查: every address of a site looked at once. It can be left and taken up again.
create table crawl_rounds (
  id       text primary key,
  site_id  text not null references watched_sites (id),
  begun_at timestamptz not null,
  ended_at timestamptz,
  -- addresses beyond the bound that were not looked at
  left_out integer not null default 0
);
create index crawl_rounds_of_site on crawl_rounds (site_id, begun_at);

create table crawl_addresses (
  round_id  text not null references crawl_rounds (id) on delete cascade,
  url       text not null,
  seq       bigint generated always as identity,
  role      text not null,
  depth     integer not null,
  -- null while it waits; `notLooked` where a rule forbade looking
  grade     text,
  says      text not null default '',
  status    integer,
  millis    integer,
  bytes     bigint,
  title     text,
  final_url text,
  anchors   text[],
  assets    text[],
  looked_at timestamptz,
  primary key (round_id, url)
);
create index crawl_addresses_waiting on crawl_addresses (round_id, seq) where grade is null;

-- 哪里链到哪里: for each target a few places that name it, and every place within a page that is named.
create table crawl_links (
  round_id text not null references crawl_rounds (id) on delete cascade,
  target   text not null,
  fragment text not null,
  source   text not null,
  words    text not null,
  primary key (round_id, target, fragment, source)
);

-- 查到的一处, as the round saw it.
create table crawl_marks (
  round_id text not null references crawl_rounds (id) on delete cascade,
  kind     text not null,
  url      text not null,
  detail   text not null,
  says     text not null,
  primary key (round_id, kind, url, detail)
);

-- 外站的标题, as it was when somebody last had nothing against it.
create table known_titles (
  site_id  text not null references watched_sites (id),
  url      text not null,
  title    text not null,
  noted_at timestamptz not null,
  primary key (site_id, url)
);
