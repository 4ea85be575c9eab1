import { routes } from '@/lib/routes'

/** A stored picture in a small square, or what stands for a document. The words beside it say what it is. */
export function MediaPicture({ media }: { media: { id: string; kind: 'picture' | 'document' } }) {
  const look = 'size-20 shrink-0 rounded-small border border-rule'
  if (media.kind === 'picture')
    return (
      // biome-ignore lint/performance/noImgElement: it is stored in the size in which it is shown
      <img
        src={routes.mediaFile(media.id, 'small')}
        alt=""
        width={80}
        height={80}
        loading="lazy"
        className={`${look} object-cover`}
      />
    )
  return (
    <span
      aria-hidden="true"
      className={`${look} flex items-center justify-center bg-accent-wash font-semibold text-accent-ink text-small`}
    >
      PDF
    </span>
  )
}
