-- 按月检索 [PUB-25]: what very many texts hold is found month by month, the last first, by the same index of grams. The index is made anew: a change of
-- every row would take far longer with it in place.
drop index search_grams;
update search
   set grams = grams || array_to_tsvector(array['month:' || to_char(published_at at time zone 'Asia/Shanghai', 'YYYY-MM')]);
create index search_grams on search using gin (grams) with (gin_pending_list_limit = 512);
