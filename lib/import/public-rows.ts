import 'server-only'
import { Prisma } from '@/prisma/client/client'
import { inParts } from './connection'

/**
 * Writes the public rows of records that were just made and are published, from their contents: what each noun's
 * `mutations.ts` writes of one record, here in one statement a table for a thousand (the tests compare the two).
 */
export async function writePublicRows(
  tx: Prisma.TransactionClient,
  ids: { source: string[]; topic: string[]; organisation: string[]; person: string[]; session: string[] },
): Promise<void> {
  for (const some of inParts(ids.source)) await writeSources(tx, some)
  for (const some of inParts(ids.topic)) await writeTopics(tx, some)
  for (const some of inParts(ids.organisation)) await writeOrganisations(tx, some)
  for (const some of inParts(ids.person)) await writePeople(tx, some)
  for (const some of inParts(ids.session)) await writeSessions(tx, some)
}

const these = (ids: readonly string[]) => Prisma.sql`record.id = ANY (${ids}::uuid[])`
const standing = Prisma.sql`'published'::publication_state, record.updated_at, record.version, now()`

/** The texts of records or of rows in them: what every …Text table begins with. */
const texts = (of: Prisma.Sql) => Prisma.sql`jsonb_each(${of}->'texts') AS said(language, value)`
const howSaid = Prisma.sql`language, (value->>'status')::text_status, value->>'translator'`

const links = Prisma.sql`jsonb_array_elements(content->'links') WITH ORDINALITY AS l(link, n)`

async function writeSources(tx: Prisma.TransactionClient, ids: string[]) {
  await tx.$executeRaw`
    INSERT INTO source (id, public_id, kind, url, author, publisher, published_on, published_on_precision, language, read_on, kept_copy_id,
      state, published_at, version, updated_at)
    SELECT id, public_id, (content->>'kind')::source_kind, content->>'url', content->>'author', content->>'publisher',
      (content->>'publishedOn')::date, (content->>'publishedOnPrecision')::date_precision, content->>'language',
      (content->>'readOn')::date, (content->>'keptCopy')::uuid, ${standing}
    FROM record WHERE ${these(ids)}`
  await tx.$executeRaw`
    INSERT INTO source_text (source_id, language, status, translator, title, note)
    SELECT id, ${howSaid}, value->>'title', value->>'note' FROM record, ${texts(Prisma.sql`content`)} WHERE ${these(ids)}`
}

async function writeTopics(tx: Prisma.TransactionClient, ids: string[]) {
  await tx.$executeRaw`
    INSERT INTO topic (id, slug, state, published_at, version, updated_at)
    SELECT id, content->>'slug', ${standing} FROM record WHERE ${these(ids)}`
  await tx.$executeRaw`
    INSERT INTO topic_text (topic_id, language, status, translator, name, definition)
    SELECT id, ${howSaid}, value->>'name', value->>'definition' FROM record, ${texts(Prisma.sql`content`)} WHERE ${these(ids)}`
  await writeCitations(tx, Prisma.sql`topic_id`, ids)
}

async function writeOrganisations(tx: Prisma.TransactionClient, ids: string[]) {
  await tx.$executeRaw`
    INSERT INTO organisation (id, slug, kind, country_code, website, state, published_at, version, updated_at)
    SELECT id, content->>'slug', (content->>'kind')::organisation_kind, content->>'country', content->>'website', ${standing}
    FROM record WHERE ${these(ids)}`
  await tx.$executeRaw`
    INSERT INTO organisation_text (organisation_id, language, status, translator, name, short_name, description)
    SELECT id, ${howSaid}, value->>'name', value->>'shortName', value->>'description'
    FROM record, ${texts(Prisma.sql`content`)} WHERE ${these(ids)}`
  await writeCitations(tx, Prisma.sql`organisation_id`, ids)
}

async function writePeople(tx: Prisma.TransactionClient, ids: string[]) {
  await tx.$executeRaw`
    INSERT INTO person (id, slug, state, published_at, version, updated_at)
    SELECT id, content->>'slug', ${standing} FROM record WHERE ${these(ids)}`
  await tx.$executeRaw`
    INSERT INTO person_text (person_id, language, status, translator, name, sort_name, biography)
    SELECT id, ${howSaid}, value->>'name', value->>'sortName', value->>'biography'
    FROM record, ${texts(Prisma.sql`content`)} WHERE ${these(ids)}`
  await tx.$executeRaw`
    INSERT INTO person_name (id, person_id, name, language, kind)
    SELECT (name->>'id')::uuid, record.id, name->>'name', name->>'language', (name->>'kind')::name_kind
    FROM record, jsonb_array_elements(content->'names') AS name WHERE ${these(ids)}`
  await tx.$executeRaw`
    INSERT INTO person_link (person_id, position, url, title)
    SELECT record.id, n - 1, link->>'url', link->>'title' FROM record, ${links} WHERE ${these(ids)}`
  await writeCitations(tx, Prisma.sql`person_id`, ids)
}

async function writeSessions(tx: Prisma.TransactionClient, ids: string[]) {
  // Each field by its own name: `content->>` would unpack all of a long content for each.
  await tx.$executeRaw`
    INSERT INTO session (id, edition_id, slug, format, is_title_supplied, language, day_id, starts_at, ends_at, room_id, track_id, position,
      is_cancelled, state, published_at, version, updated_at)
    SELECT id, edition, slug, format, "isTitleSupplied", language, day, "startsAt", "endsAt", room, track, position, "isCancelled", ${standing}
    FROM record, jsonb_to_record(content) AS said(edition uuid, slug text, format session_format, "isTitleSupplied" boolean, language text,
      day uuid, "startsAt" timestamptz, "endsAt" timestamptz, room uuid, track uuid, position int, "isCancelled" boolean)
    WHERE ${these(ids)}`
  await tx.$executeRaw`
    INSERT INTO session_text (session_id, language, status, translator, title, abstract, note)
    SELECT id, ${howSaid}, value->>'title', value->>'abstract', value->>'note'
    FROM record, ${texts(Prisma.sql`content`)} WHERE ${these(ids)}`
  await tx.$executeRaw`
    INSERT INTO session_topic (session_id, topic_id, position)
    SELECT id, topic::uuid, n - 1 FROM record, jsonb_array_elements_text(content->'topics') WITH ORDINALITY AS t(topic, n) WHERE ${these(ids)}`
  const appearances = Prisma.sql`jsonb_array_elements(content->'appearances') WITH ORDINALITY AS a(said_of, n)`
  await tx.$executeRaw`
    INSERT INTO appearance (id, session_id, person_id, role, organisation_id, country_code, name_as_printed, position)
    SELECT said.id, record.id, person, role, organisation, country, "nameAsPrinted", n - 1
    FROM record, ${appearances}, jsonb_to_record(said_of) AS said(id uuid, person uuid, role appearance_role, organisation uuid,
      country text, "nameAsPrinted" text) WHERE ${these(ids)}`
  await tx.$executeRaw`
    INSERT INTO appearance_text (appearance_id, language, status, translator, position_held)
    SELECT (said_of->>'id')::uuid, ${howSaid}, value->>'positionHeld'
    FROM record, ${appearances}, ${texts(Prisma.sql`said_of`)} WHERE ${these(ids)}`
  await tx.$executeRaw`
    INSERT INTO session_link (session_id, position, url, title)
    SELECT record.id, n - 1, link->>'url', link->>'title' FROM record, ${links} WHERE ${these(ids)}`
  await writeCitations(tx, Prisma.sql`session_id`, ids)
}

/** Citations of records that were never public: an import gives them no note. */
async function writeCitations(tx: Prisma.TransactionClient, column: Prisma.Sql, ids: string[]) {
  await tx.$executeRaw`
    INSERT INTO citation (id, source_id, locator, claim, position, ${column})
    SELECT (cited->>'id')::uuid, (cited->>'source')::uuid, cited->>'locator', cited->>'claim', n - 1, record.id
    FROM record, jsonb_array_elements(content->'citations') WITH ORDINALITY AS c(cited, n) WHERE ${these(ids)}`
}

/** Rows for what published records mention and is not public itself, as lib/revisions/slugs `ensureRows` makes them. */
export async function writeBareRows(tx: Prisma.TransactionClient, ids: readonly string[]): Promise<void> {
  const mentioned = Prisma.sql`SELECT id FROM record WHERE id = ANY (${ids}::uuid[]) AND state = 'draft'`
  await tx.$executeRaw`INSERT INTO person (id, slug, updated_at) SELECT id, id::text, now() FROM (${mentioned} AND noun = 'person') AS m ON CONFLICT DO NOTHING`
  await tx.$executeRaw`INSERT INTO organisation (id, slug, updated_at) SELECT id, id::text, now() FROM (${mentioned} AND noun = 'organisation') AS m ON CONFLICT DO NOTHING`
  await tx.$executeRaw`INSERT INTO topic (id, slug, updated_at) SELECT id, id::text, now() FROM (${mentioned} AND noun = 'topic') AS m ON CONFLICT DO NOTHING`
  await tx.$executeRaw`
    INSERT INTO source (id, public_id, kind, updated_at)
    SELECT id, public_id, 'other', now() FROM record WHERE id = ANY (${ids}::uuid[]) AND state = 'draft' AND noun = 'source' ON CONFLICT DO NOTHING`
}
