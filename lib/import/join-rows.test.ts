import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { gatherProgramme } from './programme'
import { readProgrammeFile } from './read-file'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'rows-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

async function read(...lines: string[]) {
  const file = path.join(folder, 'table.csv')
  await writeFile(file, lines.join('\n'))
  const { sessions, people, notices } = await gatherProgramme(readProgrammeFile(file))
  const said = sessions.map(({ texts, people, room }) => [
    Object.values(texts)[0]?.title,
    people.map(({ name, affiliation }) => (affiliation ? `${name} (${affiliation})` : name)),
    room,
  ])
  return { said, people, sessions, notices: notices.filter(({ code }) => ['rowNotJoined', 'idTwice'].includes(code)) }
}

test('rows of one id are one session, with the speakers in order; an empty cell says nothing', async () => {
  const { said, people, sessions, notices } = await read(
    'Id,Day,Start,Title,Room,Abstract,Speaker,Organisation,Tags',
    '1,2040-05-14,10:00,Rivers,,About rivers.,Ann Lee,Institute A,Water',
    '2,2040-05-14,11:00,Lakes,Hall B,,Bo Chan,,',
    '1,2040-05-14,10:00,Rivers,Hall A,,Cem Oz,Institute C,Law',
    '1,2040-05-14,10:00,Rivers,Hall A,About rivers.,Ann Lee,Institute A,Water',
  )
  expect(said).toEqual([
    ['Rivers', ['Ann Lee (Institute A)', 'Cem Oz (Institute C)'], 'Hall A'],
    ['Lakes', ['Bo Chan'], 'Hall B'],
  ])
  expect(sessions[0]).toMatchObject({ topics: ['Water', 'Law'], texts: { '': { abstract: 'About rivers.' } } })
  expect(people.map(({ name, sessions }) => [name, sessions])).toEqual([
    ['Ann Lee', 1],
    ['Cem Oz', 1],
    ['Bo Chan', 1],
  ])
  expect(notices).toEqual([])
})

test('an id that stands for two sessions is that of the first alone, which is told', async () => {
  const { sessions, notices } = await read(
    ...['Id,Title,Speaker', '7,One,Ann Lee', '7,Two,Ann Lee', '8,Three,', '8,Three,Bo Chan'],
  )
  expect(sessions.map(({ ids }) => ids)).toEqual([['id:7'], [], ['id:8'], []])
  expect(notices.map(({ code, values }) => [code, values.column ?? values.id])).toEqual([
    ['rowNotJoined', 'title'],
    ['idTwice', 'id:8'],
  ])
})

test('without ids one title at one time is one session; what else they say otherwise is told with the row', async () => {
  const { said, notices } = await read(
    'Day,Start,Title,Room,Speaker',
    '2040-05-14,10:00,Rivers,Hall A,Ann Lee',
    '2040-05-14,10:00,RIVERS,Hall A,Bo Chan',
    '2040-05-14,10:00,Rivers,Hall A,Bo Chan',
    '2040-05-14,10:00,Rivers,Hall B,Cem Oz',
    '2040-05-15,10:00,Rivers,Hall A,Dan Ek',
    '2040-05-15,12:00,Coffee,Foyer,',
    '2040-05-15,12:00,Coffee,Foyer,',
    ',,Rivers,,Eva Fox',
    ',,Rivers,,Gil Hay',
  )
  expect(said.map(([title, people]) => [title, people])).toEqual([
    ['Rivers', ['Ann Lee', 'Bo Chan']],
    ['RIVERS', ['Bo Chan']],
    ['Rivers', ['Cem Oz']],
    ['Rivers', ['Dan Ek']],
    ['Coffee', []],
    ['Coffee', []],
    ['Rivers', ['Eva Fox']],
    ['Rivers', ['Gil Hay']],
  ])
  expect(notices.map(({ place, values }) => [place.row ?? place.line, values.column])).toEqual([
    [3, 'title'],
    [5, 'room'],
  ])
})
