import { expect, test } from 'vitest'
import { db } from '@/lib/db'
import { PublicationState } from '@/prisma/client/enums'
import { publishedAppearance, publishedOrganisation } from './published'
import { isPublishedOrganisation, publishedAppearances } from './published-sql'

const standing = (state: PublicationState) => ({
  state,
  publishedAt: state === 'published' ? new Date() : null,
  withdrawnAt: state === 'withdrawn' ? new Date() : null,
})
const states = Object.values(PublicationState)
const original = { language: 'en', status: 'original' } as const

test('SQL and Prisma mean the same by "published", in every combination of states', async () => {
  const people = await Promise.all(
    states.map((state) =>
      db.person.create({
        data: {
          slug: state.replace('_', '-'),
          ...standing(state),
          texts: { create: { ...original, name: state, sortName: state } },
        },
      }),
    ),
  )
  for (const forum of states) {
    const { id: forumId } = await db.forum.create({
      data: { slug: forum.replace('_', '-'), ...standing(forum), texts: { create: { ...original, name: forum } } },
    })
    for (const edition of states) {
      await db.edition.create({
        data: {
          forumId,
          slug: edition.replace('_', '-'),
          timeZone: 'Asia/Almaty',
          ...standing(edition),
          sessions: {
            create: states.map((session) => ({
              slug: session.replace('_', '-'),
              format: 'panel' as const,
              ...standing(session),
              texts: { create: { ...original, title: session } },
              appearances: { create: people.map(({ id }) => ({ personId: id, role: 'speaker' as const })) },
            })),
          },
        },
      })
    }
  }
  const byPrisma = await db.appearance.findMany({ where: publishedAppearance, select: { id: true } })
  const bySql = await db.$queryRaw<{ id: string }[]>`SELECT appearance.id FROM ${publishedAppearances}`
  expect(await db.appearance.count()).toBe(256)
  expect(byPrisma).toHaveLength(1)
  expect(bySql).toEqual(byPrisma)
})

test('the same for organisations', async () => {
  await Promise.all(
    states.map((state) => db.organisation.create({ data: { slug: state.replace('_', '-'), ...standing(state) } })),
  )
  const byPrisma = await db.organisation.findMany({ where: publishedOrganisation, select: { id: true } })
  const bySql = await db.$queryRaw<{ id: string }[]>`SELECT id FROM organisation WHERE ${isPublishedOrganisation}`
  expect(byPrisma).toHaveLength(1)
  expect(bySql).toEqual(byPrisma)
})
