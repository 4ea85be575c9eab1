import type { I18n } from '@/lib/i18n/translator'

/** The size of a file in the words of a language: kilobytes, from a thousand of them on megabytes. */
export function fileSize(byteSize: number, { format }: Pick<I18n, 'format'>): string {
  const kilobytes = Math.max(1, Math.round(byteSize / 1024))
  return kilobytes < 1000
    ? format.number(kilobytes, { style: 'unit', unit: 'kilobyte' })
    : format.number(byteSize / 1024 / 1024, { style: 'unit', unit: 'megabyte', maximumFractionDigits: 1 })
}
