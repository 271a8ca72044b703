-- 正文里的图片: made anew from what was uploaded, in several sizes, each a kept file. Known by the hash of the largest, which the body names;
-- an edition lists those of its body, so that the public reads them of the live one and the rest can be cleared away.
create table pictures (
  agency_id text not null references agencies (id),
  sha256    text not null,
  -- [{ id, width, height, bytes }], the smallest first
  sizes     jsonb not null,
  kind      text not null,
  added_by  text not null,
  added_at  timestamptz not null,
  primary key (agency_id, sha256)
);
create index pictures_by_day on pictures (added_at);
create index pictures_by_size on pictures using gin (sizes jsonb_path_ops);

alter table editions add column pictures jsonb not null default '[]';
create index editions_by_picture on editions using gin (pictures jsonb_path_ops);
