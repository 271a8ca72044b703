-- 成立日期: an agency owes no annual report for the years before it was founded. Null: it was there before the work began.
alter table agencies add column founded_on date;
