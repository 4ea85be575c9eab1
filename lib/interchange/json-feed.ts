import type { Feed, FeedEntry } from './feed'

/** A feed as JSON Feed 1.1. */
export function feedAsJson({ locale, self, page, title, subtitle, archive, entries }: Feed): string {
  const feed = {
    version: 'https://jsonfeed.org/version/1.1',
    title,
    home_page_url: page,
    feed_url: self,
    ...(subtitle ? { description: subtitle } : {}),
    language: locale,
    authors: [{ name: archive }],
    items: entries.map(itemOf),
  }
  return `${JSON.stringify(feed, null, 2)}\n`
}

function itemOf({ id, url, title, language, updated, published, authors = [], category, summary, content }: FeedEntry) {
  return {
    ...{ id, url, title },
    content_text: content ?? summary?.text ?? title,
    ...(published ? { date_published: published.toISOString() } : {}),
    date_modified: updated.toISOString(),
    ...(authors.length > 0 ? { authors: authors.map((name) => ({ name })) } : {}),
    ...(category ? { tags: [category.label] } : {}),
    ...(language ? { language } : {}),
  }
}
