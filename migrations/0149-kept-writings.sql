-- 暂存 [PUB-104]: what an officer has written and not saved as an edition yet. His alone, nothing of it is reviewed or published, and it goes once he
-- has saved it or thrown it away.
create table kept_writings (
  officer_id text not null references officers (id),
  -- the document it changes, or 'new'
  about      text not null,
  title      text not null,
  content    text not null,
  kept_at    timestamptz not null,
  primary key (officer_id, about)
);
create index kept_writings_at on kept_writings (kept_at);
