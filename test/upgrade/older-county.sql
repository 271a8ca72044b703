-- 旧版的一个县: what a county had kept by the 79th migration, as the program of that time wrote it. Sealed under the key of the tests; the
-- chain of the ledger, the seals and the password were made once and stay as they are: an upgrade has to open what was really there.
insert into agencies (id, parent_id, name, kind, credit_code, contact) values
  ('county', null, '示范县人民政府', 'county', '11150924MB0000001X',
   '{"office": "示范县政务公开股", "phone": "0000-1234567", "address": "示范县人民路1号", "hours": "工作日", "online": "本站", "fax": ""}'),
  ('finance', 'county', '示范县财政局', 'department', '11150924MB0000002X', '{}');
insert into officers (id, agency_id, sign_in_name, name, password_hash) values
  ('o-an', 'county', 'anquan', '安全', '$argon2id$v=19$m=19456,t=2,p=1$ODyZT48yMRk/j1mVwkoGgQ$3eBjya4bG93rNbLaVS/b7Mk6+hugQVOpFn3BULoSEEY'),
  ('o-han', 'county', 'chengban', '韩承办', '$argon2id$v=19$m=19456,t=2,p=1$ODyZT48yMRk/j1mVwkoGgQ$3eBjya4bG93rNbLaVS/b7Mk6+hugQVOpFn3BULoSEEY');
insert into officer_roles (officer_id, role, agency_id) values
  ('o-an', 'securityAdmin', 'county'), ('o-han', 'handler', 'county'), ('o-han', 'officeHead', 'county'),
  ('o-han', 'editor', 'county'), ('o-han', 'reporter', 'county');
insert into sessions (token_digest, officer_id, opened_at, seen_at) values
  ('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', 'o-han', '2026-03-20T01:00:00Z', '2026-03-20T02:00:00Z');
insert into officer_contacts (officer_id, sealed, by_mail, by_sms) values
  ('o-han', '0000000a.UzRrM76KnrqnxDqmECW3N2clsEmpdZ5XuX7g_nV9LK3pqDjlW_XOG5FnSr6sjNoPt9iuJMTHvrAlqxVjMYGBDJK-kHQ5Vw', '{due}', '{}');
insert into officer_notices (id, officer_id, agency_id, kind, subject, particulars, made_at) values
  ('n-1', 'o-han', 'county', 'arrived', 'r-1', '{"number": "示范县人民政府公开申〔2026〕1号"}', '2026-03-04T02:00:00Z');

insert into documents (id, agency_id, kind, state, index_no, live_edition, draft_edition, columns, title, issuer, written_on, published_at,
  published_on) values
  ('d-1', 'county', 'profile', 'published', '11150924MB0000001X/2026-00001', 1, null, '{overview.agencies}', '机构职能和联系方式',
   '示范县人民政府', '2026-03-02', '2026-03-03T02:00:00Z', '2026-03-03'),
  ('d-2', 'county', 'profile', 'draft', null, null, 1, '{overview.agencies}', '还没有公开的稿子',
   '示范县人民政府', '2026-03-10', null, null);
insert into editions (document_id, n, agency_id, particulars, body_html, body_text, hash, edited_by, published_at, pictures) values
  ('d-1', 1, 'county', '{"docNo":null,"genre":"","issue":null,"title":"机构职能和联系方式","topic":"","issuer":"示范县人民政府","summary":"","keywords":[],"openMode":"proactive","expiresOn":null,"writtenOn":"2026-03-02","effectiveOn":null,"openModeReason":null}',
   '<p>内设机构和联系电话，以本页为准。</p>', '内设机构和联系电话，以本页为准。',
   'd4168294dd4250c0e2b26d5192089089c9423d3f8b18a8161d1183c329a81de2', 'o-han', '2026-03-03T02:00:00Z', '[]'),
  ('d-2', 1, 'county', '{"docNo":null,"genre":"","issue":null,"title":"还没有公开的稿子","topic":"","issuer":"示范县人民政府","summary":"","keywords":[],"openMode":"proactive","expiresOn":null,"writtenOn":"2026-03-10","effectiveOn":null,"openModeReason":null}', '<p>稿子。</p>', '稿子。',
   'aa168294dd4250c0e2b26d5192089089c9423d3f8b18a8161d1183c329a81de2', 'o-han', null, '[]');
insert into placements (column_key, published_at, document_id, agency_id, live) values
  ('overview', '2026-03-03T02:00:00Z', 'd-1', 'county', true),
  ('overview.agencies', '2026-03-03T02:00:00Z', 'd-1', 'county', true);
insert into search (document_id, agency_id, kind, year, published_at, index_no, title, title_words, folded, grams) values
  ('d-1', 'county', 'profile', 2026, '2026-03-03T02:00:00Z', '11150924MB0000001X/2026-00001', '机构职能和联系方式',
   $$'机构':1A '职能':2A$$, '机构职能和联系方式  内设机构和联系电话,以本页为准。',
   $$'机构' '构职' '职能' '能和' '和联' '联系' '系方' '方式' 'agency:county' 'kind:profile' 'year:2026'$$);
insert into index_serials (agency_id, year, last) values ('county', 2026, 1);
insert into special_columns (key, agency_id, name, purpose, opened_on) values
  ('special.farmland', 'county', '高标准农田建设', '集中公开', '2026-03-02');

insert into info_requests (id, agency_id, number, query_number, code_digest, channel, applicant_kind, arrived_on, received_on, state, wanted,
  form_wanted, outcome, report_row, closed_on, due_on) values
  ('r-1', 'county', '示范县人民政府公开申〔2026〕1号', '2026000001', 'digest-1', 'counter', 'natural', '2026-03-04', '2026-03-04',
   'inProcess', '民主路改造工程的批准文件', 'paperByPost', null, null, null, '2026-04-01'),
  ('r-2', 'county', '示范县人民政府公开申〔2026〕2号', '2026000002', 'digest-2', 'counter', 'natural', '2026-03-05', '2026-03-05',
   'withdrawn', '人民路的批准文件', 'paperByPost', 'withdrawn', '3.6.3', '2026-03-20', null);
insert into request_facts (request_id, n, agency_id, type, happened_on, recorded_at, recorded_by, detail) values
  ('r-1', 1, 'county', 'received', '2026-03-04', '2026-03-04T02:00:00Z', 'o-han', '{}'),
  ('r-2', 1, 'county', 'received', '2026-03-05', '2026-03-05T02:00:00Z', 'o-han', '{}'),
  ('r-2', 2, 'county', 'withdrawn', '2026-03-20', '2026-03-20T02:00:00Z', 'o-han', '{"outcome": "withdrawn", "why": "申请人来函撤回"}');
insert into applicants (request_id, agency_id, sealed, masked_name, key_digest) values
  ('r-1', 'county', '0000000a.R-20lWJHzn_878Trh31wbzFo7f4d3ocniLSZT4GJPOA7u0_bByRso7wvmXUS9fws7T39jOCcyrVOik8WZkf-JVzQzE0zTx12J8iZyitwoitSitv5N_Y06MuWyQy99jL8vwsZXCQjOfDXxLE0zvIsUU7iPeS6kc1McRgOEWgM-7s6uWi6ZJ09iAWwSOB71csz7UA68UgG3uWWjMsw4H2vgWIuo1hx0Gr0zm5P26JUMGmFosAozzLDQw', '张**', '_AIbFObv5qah9xh6UoNT6zilgANMXF-OKD9cBHM9JKs'),
  ('r-2', 'county', '0000000a.8hUHi4nfF-OPq4kHXVLKGumTuXF6faFG9e3VqwfR0uBHtQtS1QYnI3hAtR9deu2DpLYMEVEpcxsashm5p7YpYFd1UJHOpaihkQV-a20JDUOXba4fi67WnjSoeXsZthXXe-pUcaFopiTHLtRXG8Lsm5QN6OGDm9kBM86iKHc875btYsMwIpophCCDy7YfsDIy1wd1lL2i5coapKvjCeE9vAXHkYTqACemoVDiIuw9klOmkloiaGd0eA', '李**', '_AIbFObv5qah9xh6UoNT6zilgANMXF-OKD9cBHM9JKs');
insert into number_series (agency_id, kind, year, last) values ('county', 'application', 2026, 2);

insert into registered_decisions (id, agency_id, kind, number, subject, subject_kind, decided_on, shown, content, state, imported_by, imported_at,
  published_by, published_at) values
  ('p-1', 'finance', 'licensing', '示财许〔2026〕1号', '示范县清泉饮用水有限公司', '法人及非法人组织', '2026-03-02',
   '{"XK_WSH": "示财许〔2026〕1号", "XK_XDR_MC": "示范县清泉饮用水有限公司"}', 'c1', 'published', 'o-han', '2026-03-03T01:00:00Z',
   'o-han', '2026-03-03T02:00:00Z'),
  ('p-2', 'finance', 'punishment', '示财罚〔2026〕2号', '王小明', '自然人', '2026-03-02', '{"CF_WSH": "示财罚〔2026〕2号"}', 'c2',
   'published', 'o-han', '2026-03-03T01:00:00Z', 'o-han', '2026-03-03T02:00:00Z'),
  ('p-3', 'finance', 'punishment', '示财罚王小明3号', '王小明', '自然人', '2026-03-02', '{"CF_WSH": "示财罚王小明3号"}', 'c3',
   'published', 'o-han', '2026-03-03T01:00:00Z', 'o-han', '2026-03-03T02:00:00Z');
insert into decision_counts (id, agency_id, kind, month, amount, recorded_at) values
  ('c-1', 'finance', 'licensing', '2026-03-01', 12, '2026-04-01T01:00:00Z');
insert into interactions (id, agency_id, kind, title, held_on, recorded_at) values
  ('i-1', 'county', 'inquiry', '关于供暖的咨询', '2026-03-02', '2026-03-02T08:00:00Z');
insert into setting_changes (name, value, why, changed_at, changed_by) values
  ('identityYears', '6', '县里的规定', '2026-03-02T03:00:00Z', 'o-an');

insert into ledger_entries (seq, at, actor_id, agency_id, room, verb, subject, basis, content_hash, previous, hash) values
  (1, '2026-03-02T02:00:00.000Z', 'system', 'county', 'people', 'setUp', 'county', '首次设置',
   '6a22cc7cd271c98a68dd53e0c9b0a44a5725da5cec2620ef9b8c4942fd041bc6', '0000000000000000000000000000000000000000000000000000000000000000', '7d79f06c419ad788140cef100f638aaaac1d524a39ea9904f28dddfb76701517'),
  (2, '2026-03-02T02:05:00.000Z', 'o-an', 'county', 'people', 'addedOfficer', 'o-han', '岗位权限',
   '0c7ceb7d74b73d9dcd1d0499f554f45fb084890ec02a56fc0c837a39108888c7', '7d79f06c419ad788140cef100f638aaaac1d524a39ea9904f28dddfb76701517', 'e8fa8fc0e72f0fe96483b498ce7b1df5062d163b4493dc8cc7353c913d75cec8'),
  (3, '2026-03-03T02:00:00.000Z', 'o-han', 'county', 'publications', 'published', 'd-1', '《条例》第二十条',
   '776773d4af61e2913a1ec64b3eb9ec7ae55603767424be784e42e57abadc84c1', 'e8fa8fc0e72f0fe96483b498ce7b1df5062d163b4493dc8cc7353c913d75cec8', '1aaa3d2885e73a49ce90569b1703b377fd61e2af9ece8f3ef74ae9f166b7eb10'),
  (4, '2026-03-04T02:00:00.000Z', 'o-han', 'county', 'requests', 'received', 'r-1', '《条例》第三十条',
   'b51434a8d4f1a49e5e87086ddef1e90c6457695fe28e21c93e7b0ddb7f600251', '1aaa3d2885e73a49ce90569b1703b377fd61e2af9ece8f3ef74ae9f166b7eb10', 'ce144b3a2632b4e01b8115b1bd46386aa386550c269e9d49b79e1842ef7ad0af'),
  (5, '2026-03-05T02:00:00.000Z', 'o-han', 'county', 'requests', 'received', 'r-2', '《条例》第三十条',
   'feeff5a8edcaf245e31e8d6ab9dbdbe4e79fc90610383765e34a7ad6de596681', 'ce144b3a2632b4e01b8115b1bd46386aa386550c269e9d49b79e1842ef7ad0af', '0a0ac29252bffa70e272f5bb00ddb22a58b74e662484199a6c4841e648dedba0'),
  (6, '2026-03-20T02:00:00.000Z', 'o-han', 'county', 'requests', 'withdrawn', 'r-2', '《条例》第三十条',
   'b8313a5b845308fc84a427261f6c07faae9889be028f3ab13a9a01b188090c3e', '0a0ac29252bffa70e272f5bb00ddb22a58b74e662484199a6c4841e648dedba0', '3231f651ca84bb0acb1ea808c60c7b2220b0837254c693b044de6bbdf191b06d');
update ledger_head set seq = 6, hash = '3231f651ca84bb0acb1ea808c60c7b2220b0837254c693b044de6bbdf191b06d';
