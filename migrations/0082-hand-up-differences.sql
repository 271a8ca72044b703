-- 录入的数与记录不同: why entered figures count all the same, or no longer, and the cells that differed when that was said.
alter table report_hand_ups
  add column settled_why text,
  add column differed jsonb not null default '[]';
