-- 演示数据: a row says that everything in this database is invented. It is written in the transaction that loads the demo
-- county, so that a load that was cut off leaves nothing behind, and two starts cannot both load.
create table demo_county (
  only_row  boolean primary key default true check (only_row),
  loaded_at timestamptz not null
);
