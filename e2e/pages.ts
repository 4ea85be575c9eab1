import type { Path } from '../lib/routes.ts'

const forum = '/forums/astana-think-tank-forum' as const

/** One address of every page type, all from the seed. */
export const pageTypes: Record<string, Path> = {
  home: '/',
  forums: '/forums',
  forum,
  edition: `${forum}/2025`,
  'edition not archived yet': `${forum}/first`,
  'changes of a programme': `${forum}/2025/changes`,
  timetable: `${forum}/2025/timetable`,
  session: `${forum}/2025/sessions/renewal-of-international-institutions`,
  'session without speakers': `${forum}/2025/sessions/water-security`,
  sessions: '/sessions',
  'sessions, filtered': '/sessions?topic=middle-powers&format=discussion',
  speakers: '/speakers',
  speaker: '/speakers/joshua-lincoln',
  organisations: '/organisations',
  organisation: '/organisations/korea-foundation',
  topics: '/topics',
  topic: '/topics/middle-powers',
  country: '/countries/kz',
  statements: '/statements',
  search: '/search',
  'search with one hit': '/search?q=1945',
  'search with many hits': '/search?language=en',
  'search, narrowed': '/search?q=middle+powers&topic=middle-powers&country=kz',
  'search, corrected': '/search?q=Kazakstan',
  'search without hits': '/search?q=BRICS&speaker=rhee-jong-kook',
  'help with the search': '/help/search',
  'help for programs': '/help/api',
  corrections: '/corrections',
  'history of a speaker': '/speakers/joshua-lincoln/history',
  'not found': '/there-is-no-such-page',
}
