-- 三审三校: who had a hand in an edition, what was done with it on its way out, and which steps an agency asks for.

alter table editions add column former_editors text[] not null default '{}';

-- 审校记录: only ever added; each stands on the hash of what was looked at.
create table edition_marks (
  document_id text not null references documents (id),
  n           integer not null check (n > 0),
  agency_id   text not null,
  mark        jsonb not null,
  by_id       text not null,
  at          timestamptz not null,
  primary key (document_id, n)
);

create function edition_marks_stay() returns trigger language plpgsql as $$
begin
  raise exception 'mark % of document % cannot change', old.n, old.document_id;
end $$;
create trigger edition_marks_stay before update or delete on edition_marks
  for each row execute function edition_marks_stay();

-- 审校规则: by agency, column and kind; empty for every one.
create table review_rules (
  agency_id  text not null references agencies (id),
  column_key text not null default '',
  kind       text not null default '',
  preset     text not null,
  primary key (agency_id, column_key, kind)
);
