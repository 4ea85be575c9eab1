import type { I18n } from '@/lib/i18n/translator'

/** The size of a file in the words of a language: kilobytes, from a thousand of them on megabytes. */
export function fileSize(byteSize: number, { format }: Pick<I18n, 'format'>): string {
  const kilobytes = Math.max(1, Math.round(byteSize / 1024))
  return kilobytes < 1000
    ? format.number(kilobytes, { style: 'unit', unit: 'kilobyte' })
    : format.number(byteSize / 1024 / 1024, { style: 'unit', unit: 'megabyte', maximumFractionDigits: 1 })
}

/** Such as "PDF, 1.4 MB". */
export function fileTypeAndSize({ mediaType, byteSize }: { mediaType: string; byteSize: number }, i18n: I18n): string {
  const type = mediaType === 'application/pdf' ? i18n.t('media.pdf') : (mediaType.split('/')[1] ?? '').toUpperCase()
  return i18n.t('media.size', { type, size: fileSize(byteSize, i18n) })
}
