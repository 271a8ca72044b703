-- 离开过的栏目: where a public document stood before it was placed elsewhere. Their pages are drawn anew with the others when a process reads of the move,
-- however many moves later; until now every page of the site was [PUB-24].
alter table documents add column left_columns text[] not null default '{}';
