-- 核对结论: what a person said of each finding in a collected report, in their order; the last of a finding holds.
alter table collected_reports add column judged jsonb not null default '[]';
