-- 窗口 [PUB-111]: which window of the officer's kept the text last, and which keeping of it; '' for what was kept before windows were told apart.
alter table kept_writings add column version text not null default '';
