-- How many differences a comparison found; only the first of them are listed by name.
alter table comparisons add column found integer not null default 0;
