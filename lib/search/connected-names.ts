import 'server-only'
import { type Path, routes } from '@/lib/routes'
import { ask } from './pool'
import type { Connection, SearchKind } from './search-result'

/** A name by which a record can be found beside its own texts; `slug` says where what it names has its page. */
export type ConnectedName = {
  id: string
  connection: Connection
  slug: string | null
  /** Empty where a name belongs to no language, as one does that is taken over as printed. */
  language: string
  body: string
  /** Whether it is what the page of it is called, rather than a synonym or another spelling. */
  isOwn: boolean
}

const MOST_NAMES = 5000

/** The names of all that public records of a kind are connected with, as the index has them. */
export const readConnectedNames = (kind: SearchKind, ids: string[]) => readNames(connected[kind], ids)

/** What else there is, which costs more to read: in what positions people appeared. */
export const readPositions = (people: string[]) => readNames(positions, people)

const readNames = (names: string, ids: string[]) =>
  ask<ConnectedName>(
    `SELECT id, connection, slug, language, body, is_own AS "isOwn" FROM (${names}) names LIMIT ${MOST_NAMES}`,
    [ids],
  )

/** The page of what a name names. */
export function pathOfConnected({ connection, slug }: ConnectedName): Path | null {
  if (slug === null) return null
  const [forum = '', edition = '', session = ''] = slug.split('/')
  if (connection === 'topic') return routes.topic(slug)
  if (connection === 'speaker') return routes.speaker(slug)
  if (connection === 'organisation') return routes.organisation(slug)
  if (connection === 'country') return routes.country(slug)
  if (connection === 'edition') return routes.edition(forum, edition)
  return connection === 'session' ? routes.session(forum, edition, session) : null
}

// Section 4 of the search migration once more, without the texts that become passages; UNION says each name once.
const occasion =
  'JOIN edition ON edition.id = r.edition_id JOIN forum ON forum.id = edition.forum_id CROSS JOIN search_edition_names(edition.id) n'
// As an array: with EXISTS Postgres may read the names of all there are first.
const ownName = (table: 'person' | 'organisation' | 'topic', id: string) =>
  `n.body = ANY(ARRAY(SELECT name FROM ${table}_text x WHERE x.${table}_id = ${id}))`
const appearing = (record: string, appearances: string) => `
  SELECT ${record} AS id, 'speaker' AS connection, person.slug, n.language, n.body, ${ownName('person', 'a.person_id')} AS is_own FROM ${appearances} JOIN person ON person.id = a.person_id CROSS JOIN search_person_names(a.person_id) n WHERE ${record} = ANY($1)
  UNION SELECT ${record}, 'speaker', person.slug, '', a.name_as_printed, true FROM ${appearances} JOIN person ON person.id = a.person_id WHERE ${record} = ANY($1) AND a.name_as_printed IS NOT NULL
  UNION SELECT ${record}, 'organisation', organisation.slug, n.language, n.body, ${ownName('organisation', 'a.organisation_id')} FROM ${appearances} JOIN organisation ON organisation.id = a.organisation_id CROSS JOIN search_organisation_names(a.organisation_id) n WHERE ${record} = ANY($1)
  UNION SELECT ${record}, 'position', NULL, t.language, t.position_held, true FROM ${appearances} JOIN appearance_text t ON t.appearance_id = a.id WHERE ${record} = ANY($1)
  UNION SELECT ${record}, 'country', a.country_code, c.language, c.name, true FROM ${appearances} JOIN search_country c ON c.code = a.country_code WHERE ${record} = ANY($1)`
// Of somebody who appeared a thousand times the index knows where from without looking at each.
const facetsOf = (name: 'organisation' | 'country') =>
  `search_document d CROSS JOIN unnest(d.facets) f JOIN search_facet facet ON facet.id = f AND facet.name = '${name}'`
const positions = `
  SELECT DISTINCT a.person_id AS id, 'position' AS connection, NULL AS slug, t.language, t.position_held AS body, true AS is_own
  FROM search_person_appearances($1) a JOIN appearance_text t ON t.appearance_id = a.id`

const connected: Record<SearchKind, string> = {
  session: `${appearing('a.session_id', 'search_appearance a')}
    UNION SELECT r.session_id, 'topic', topic.slug, n.language, n.body, ${ownName('topic', 'topic.id')} FROM session_topic r JOIN topic ON topic.id = r.topic_id AND topic.state = 'published' CROSS JOIN search_topic_names(topic.id) n WHERE r.session_id = ANY($1)
    UNION SELECT r.id, 'edition', forum.slug || '/' || edition.slug, n.language, n.body, true FROM session r ${occasion} WHERE r.id = ANY($1)
    UNION SELECT r.id, 'track', NULL, t.language, t.name, true FROM session r JOIN track_text t USING (track_id) WHERE r.id = ANY($1)`,
  statement: `${appearing('r.id', 'statement r JOIN search_appearance a ON a.id = r.appearance_id')}
    UNION SELECT r.statement_id, 'topic', topic.slug, n.language, n.body, ${ownName('topic', 'topic.id')} FROM statement_topic r JOIN topic ON topic.id = r.topic_id AND topic.state = 'published' CROSS JOIN search_topic_names(topic.id) n WHERE r.statement_id = ANY($1)
    UNION SELECT r.id, 'edition', forum.slug || '/' || edition.slug, n.language, n.body, true FROM statement r ${occasion} WHERE r.id = ANY($1)
    UNION SELECT r.id, 'session', forum.slug || '/' || edition.slug || '/' || session.slug, t.language, t.title, true FROM statement r JOIN session ON session.id = r.session_id JOIN session_text t ON t.session_id = session.id JOIN edition ON edition.id = session.edition_id JOIN forum ON forum.id = edition.forum_id WHERE r.id = ANY($1)`,
  person: `
    SELECT id, 'name' AS connection, NULL AS slug, n.language, n.body, true AS is_own FROM unnest($1::uuid[]) id CROSS JOIN search_person_names(id) n
    UNION SELECT d.id, 'organisation', organisation.slug, n.language, n.body, ${ownName('organisation', 'organisation.id')} FROM ${facetsOf('organisation')} JOIN organisation ON organisation.id = facet.value::uuid AND organisation.state = 'published' CROSS JOIN search_organisation_names(organisation.id) n WHERE d.id = ANY($1)
    UNION SELECT d.id, 'country', c.code, c.language, c.name, true FROM ${facetsOf('country')} JOIN search_country c ON c.code = facet.value WHERE d.id = ANY($1)`,
  organisation: `
    SELECT id, 'name' AS connection, NULL AS slug, n.language, n.body, true AS is_own FROM unnest($1::uuid[]) id CROSS JOIN search_organisation_names(id) n
    UNION SELECT r.id, 'organisation', parent.slug, n.language, n.body, ${ownName('organisation', 'parent.id')} FROM organisation r JOIN organisation parent ON parent.id = r.parent_id AND parent.state = 'published' CROSS JOIN search_organisation_names(parent.id) n WHERE r.id = ANY($1)
    UNION SELECT r.id, 'country', r.country_code, c.language, c.name, true FROM organisation r JOIN search_country c ON c.code = r.country_code WHERE r.id = ANY($1)`,
  topic: `
    SELECT id, 'name' AS connection, NULL AS slug, n.language, n.body, true AS is_own FROM unnest($1::uuid[]) id CROSS JOIN search_topic_names(id) n
    UNION SELECT r.topic_id, 'topic', topic.slug, t.language, t.name, true FROM topic_broader r JOIN topic ON topic.id = r.broader_id AND topic.state = 'published' JOIN topic_text t ON t.topic_id = topic.id WHERE r.topic_id = ANY($1)`,
  edition: `
    SELECT id, 'name' AS connection, NULL AS slug, n.language, n.body, true AS is_own FROM unnest($1::uuid[]) id CROSS JOIN search_edition_names(id) n
    UNION SELECT r.edition_id, 'organisation', organisation.slug, n.language, n.body, ${ownName('organisation', 'organisation.id')} FROM edition_organisation r JOIN organisation ON organisation.id = r.organisation_id AND organisation.state = 'published' CROSS JOIN search_organisation_names(organisation.id) n WHERE r.edition_id = ANY($1)
    UNION SELECT edition_id, 'theme', NULL, language, theme, true FROM edition_text WHERE edition_id = ANY($1) AND theme IS NOT NULL
    UNION SELECT edition_id, 'venue', NULL, language, venue, true FROM edition_text WHERE edition_id = ANY($1) AND venue IS NOT NULL
    UNION SELECT r.id, 'country', r.country_code, c.language, c.name, true FROM edition r JOIN search_country c ON c.code = r.country_code WHERE r.id = ANY($1)
    UNION SELECT r.edition_id, 'country', r.country_code, c.language, c.name, true FROM edition_country r JOIN search_country c ON c.code = r.country_code WHERE r.edition_id = ANY($1)`,
}
