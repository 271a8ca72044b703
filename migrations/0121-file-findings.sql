-- 看不见的内容 and numbers of people in what is provided with a reply [FIL-14]: what was found when it came, for a person to decide.
alter table request_files add column findings jsonb not null default '[]';
