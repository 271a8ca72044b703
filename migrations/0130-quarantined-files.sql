-- 等待查毒、查出病毒的文件 [FIL-18, FIL-19]: kept files that nobody may open. The content lies sealed on its shelf; its name stands in the row of its room.
create table quarantined_files (
  id       text primary key,
  state    text not null check (state in ('waiting', 'infected')),
  sha256   text not null,
  since    timestamptz not null,
  tried_at timestamptz,
  finding  text not null default ''
);
