/** 订阅: what is followed, and its feeds in each format. */
import { FEED_FORMATS, type FeedFormatName, feedPath } from '../feed-formats.ts';
import type { Followed } from '../followed.ts';
import { inAttribute } from '../in-attribute.ts';
import { MEDIA_TYPES } from '../page-cache.ts';

export function FeedLinks({ followed }: { readonly followed: Followed }): JSX.Element {
  return (
    <p class="feed-links">
      <span safe>{followed.title}</span>
      {(Object.keys(FEED_FORMATS) as FeedFormatName[]).map((name) => (
        <a
          href={feedPath(followed, name)}
          aria-label={inAttribute(`${followed.title}的${FEED_FORMATS[name].term}订阅源`)}
        >
          {FEED_FORMATS[name].term}
        </a>
      ))}
    </p>
  );
}

/** For the head of a page: readers find the feeds by themselves. */
export function FeedTags({ followed }: { readonly followed: Followed }): JSX.Element {
  return (
    <>
      {(Object.keys(FEED_FORMATS) as FeedFormatName[]).map((name) => (
        <link
          rel="alternate"
          type={MEDIA_TYPES[FEED_FORMATS[name].type].split(';', 1)[0]!}
          title={inAttribute(`${followed.title}（${FEED_FORMATS[name].term}）`)}
          href={feedPath(followed, name)}
        />
      ))}
    </>
  );
}
