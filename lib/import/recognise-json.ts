import { isObject, type JsonObject, listOf, objectOf, objectsIn } from './json-values'
import type { FileFormat } from './programme-file'

/** Which of the JSON formats a value is, by the keys that only that one has; null for none of them. */
export function recogniseJson(value: unknown): FileFormat | null {
  if (Array.isArray(value)) return value.length ? recogniseList(objectsIn(value)) : null
  if (!isObject(value)) return null
  if (isObject(value.plenary)) return 'plenary'
  if (value._type === 'HTTPAPIResult' || (Array.isArray(value.results) && isIndico(objectsIn(value.results)[0])))
    return 'indico'
  if (isObject(value.schedule) || isObject(value.conference) || Array.isArray(value.events) || isSubmission(value))
    return 'schedule-json'
  if (Array.isArray(value.results)) return recogniseList(objectsIn(value.results))
  if (Array.isArray(value.sessions) && Array.isArray(value.speakers) && Array.isArray(value.categories))
    return 'sessionize'
  if (Array.isArray(value.sessions) && Array.isArray(value.session_types)) return 'opass'
  return isPretalx(value) ? 'pretalx-api' : isVideo(value) ? 'pyvideo' : null
}

function recogniseList(items: JsonObject[]): FileFormat | null {
  const [first] = items
  if (!first) return null
  if (isPretalx(first)) return 'pretalx-api'
  if (isSessionize(first)) return 'sessionize'
  if (isVideo(first)) return 'pyvideo'
  return isSubmission(first) ? 'schedule-json' : null
}

const isIndico = (item: JsonObject | undefined) => !!item && ('_fossil' in item || isObject(item.startDate))
const isPretalx = (item: JsonObject) =>
  typeof item.code === 'string' &&
  ('submission_type' in item ||
    'submissions' in item ||
    ('state' in item && 'title' in item) ||
    ('biography' in item && 'name' in item))
const isSessionize = (item: JsonObject) =>
  (Array.isArray(item.rooms) && ('timeSlots' in item || 'date' in item)) ||
  ('groupName' in item && Array.isArray(item.sessions)) ||
  ('fullName' in item && 'tagLine' in item) ||
  ('isServiceSession' in item && 'title' in item)
/** The submission of one talk, as frab exports it. */
const isSubmission = (item: JsonObject) =>
  typeof item.title === 'string' &&
  typeof item.guid === 'string' &&
  (Array.isArray(item.speakers) || Array.isArray(item.persons))
const isVideo = (item: JsonObject) =>
  typeof item.title === 'string' && listOf(item.videos).some((each) => typeof objectOf(each).url === 'string')
