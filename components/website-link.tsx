/** A website by its name: "example.org". */
export function WebsiteLink({ url }: { url: string }) {
  return (
    <a className="link" href={url}>
      {URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') : url}
    </a>
  )
}
