import { editionsLatestFirst } from './order'

/** What belongs to an edition (sessions, statements), the newest edition first. */
export const newestEditionFirst = editionsLatestFirst.map((edition) => ({ edition }))
