-- 留了邮箱或者电话的提出人: told when the opinion is answered and when the result is out, so that nobody is asked who left no way. Of those before
-- nobody looked; they are found out when a message is sent.
alter table public_opinion_writers add column reachable boolean not null default true;
