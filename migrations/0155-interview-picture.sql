-- 预告图片: by the hash under which the pictures of the agency are kept, with the words that stand for it; both empty where there is none.
alter table interviews add column picture text not null default '', add column picture_words text not null default '';
