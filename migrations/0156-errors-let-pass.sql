-- 放行的错误: which errors of a report its head let pass, so that one that came up afterwards is told from them.
alter table annual_reports add column passed jsonb;
