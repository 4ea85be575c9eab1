import 'server-only'
import { groupedById } from '@/lib/grouped-by-id'
import type { TextStatus } from '@/prisma/client/enums'
import type { Reader } from './read-records'
import type { MediaLine } from './record-line'
import { FIRST, PAGE } from './snapshot'

/** The files that public records use, some at a time; only those with the ids given, where some are. */
export async function* readMedia({ snapshot }: Reader, ids: readonly string[] | null): AsyncGenerator<MediaLine[]> {
  for (let after = FIRST; ; ) {
    const rows = await snapshot.rows<Omit<MediaLine, 'small' | 'texts'> & SmallRow>(mediaSql, [after, PAGE, ids])
    if (!rows.length) return
    const texts = groupedById(await snapshot.rows<MediaTextRow>(mediaTextsSql, [rows.map(({ id }) => id)]))
    yield rows.map(({ small_sha256, small_byte_size, small_side, ...row }) => {
      const { id, sha256, mediaType, byteSize, width, height, fileName, credit, licence } = row
      return {
        ...{ id, sha256, mediaType, byteSize, width, height },
        small: small_sha256 ? { sha256: small_sha256, byteSize: small_byte_size ?? 0, side: small_side ?? 0 } : null,
        ...{ fileName, credit, licence },
        texts: Object.fromEntries(
          (texts.get(id) ?? []).map(({ language, status, translator, alternativeText }) => [
            language,
            { status, translator, alternativeText },
          ]),
        ),
      }
    })
    after = rows.at(-1)?.id ?? after
  }
}

type SmallRow = { small_sha256: string | null; small_byte_size: number | null; small_side: number | null }
type MediaTextRow = {
  id: string
  language: string
  status: TextStatus
  translator: string | null
  alternativeText: string
}

const mediaSql = `
  SELECT id, sha256, media_type AS "mediaType", byte_size AS "byteSize", width, height, small_sha256, small_byte_size,
    small_side, file_name AS "fileName", credit, licence
  FROM media WHERE id > $1 AND ($3::uuid[] IS NULL OR id = ANY($3)) AND is_public_media(id) ORDER BY id LIMIT $2`

const mediaTextsSql = `
  SELECT media_id AS id, language, status, translator, alternative_text AS "alternativeText" FROM media_text
  WHERE media_id = ANY($1::uuid[]) ORDER BY media_id, language`
