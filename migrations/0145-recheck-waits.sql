-- 复查没有看到的, when: it is looked at again an hour later, and keeps no other from being looked at.
alter table rectification_tickets add column not_looked_at timestamptz;
