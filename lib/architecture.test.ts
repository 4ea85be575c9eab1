import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'

const ROOT = path.resolve(import.meta.dirname, '..')
const FOLDERS = ['app', 'components', 'lib'] as const

type Source = { file: string; code: string; imports: { from: string; isType: boolean }[] }

function sources(): Source[] {
  return FOLDERS.flatMap((folder) =>
    readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name))
      .map((name) => {
        const file = path.posix.join(folder, name.split(path.sep).join('/'))
        const code = readFileSync(path.join(ROOT, file), 'utf8')
        return { file, code, imports: importsOf(file, code) }
      }),
  ).filter(({ file }) => !file.startsWith('lib/testing/'))
}

/** Where a file imports from, as paths from the root; packages as they are named. */
function importsOf(file: string, code: string) {
  return [...code.matchAll(/^(?:import|export)\s+(type\s+)?(?:[^'"]*?\sfrom\s+)?['"]([^'"]+)['"]/gm)].map((match) => {
    const from = match[2] ?? ''
    const names = match[0].replace(/\sfrom\s[\s\S]*/, '')
    const inner = /\{([^}]*)\}/.exec(names)?.[1]
    const onlyTypes =
      inner?.split(',').every((name) => !name.trim() || /^\s*type\s/.test(name)) && !/^import\s+\w+\s*,/.test(names)
    return {
      from: from.startsWith('@/')
        ? from.slice(2)
        : from.startsWith('.')
          ? path.posix.join(path.posix.dirname(file), from)
          : from,
      isType: !!match[1] || !!onlyTypes,
    }
  })
}

const all = sources()
const breaches = (isBreach: (source: Source) => boolean | undefined) => all.filter(isBreach).map(({ file }) => file)
const importing =
  (pattern: RegExp, { typesToo = true } = {}) =>
  (source: Source) =>
    source.imports.some(({ from, isType }) => pattern.test(from) && (typesToo || !isType))

describe('the dependency rules of ARCHITECTURE', () => {
  test('the files are read at all', () => {
    expect(all.length).toBeGreaterThan(60)
    expect(all.flatMap(({ imports }) => imports).length).toBeGreaterThan(200)
  })
  test('app → components → lib, never back', () => {
    expect(breaches((s) => s.file.startsWith('lib/') && importing(/^(app|components)\//)(s))).toEqual([])
    expect(breaches((s) => s.file.startsWith('components/') && importing(/^app\//)(s))).toEqual([])
  })
  test('components do not fetch: of lib they take pure modules, and queries only as types', () => {
    const fetching = /^lib\/(?:db$|addresses$|search\/(?:search|suggest|pool|attempt)$|.*\/(?:queries|mutations)$)/
    expect(breaches((s) => s.file.startsWith('components/') && importing(fetching, { typesToo: false })(s))).toEqual([])
  })
  test('no noun’s module imports another noun’s mutations', () => {
    expect(
      breaches((s) =>
        s.imports.some(
          ({ from }) =>
            /^lib\/[^/]+\/mutations$/.test(from) &&
            s.file.startsWith('lib/') &&
            s.file !== 'lib/revisions/registry.ts' && // where all of them meet
            path.posix.dirname(from) !== path.posix.dirname(s.file),
        ),
      ),
    ).toEqual([])
  })
  test('"use server" only in app/**/actions.ts, "use client" only in islands', () => {
    const islands = [
      'app/admin/error.tsx',
      'app/global-error.tsx',
      'components/desk/desk-navigation.tsx',
      'components/desk/whole-answers.tsx',
      'components/form/action-form.tsx',
    ]
    expect(breaches((s) => /^['"]use server['"]/m.test(s.code) && !/^app\/.*\/actions\.ts$/.test(s.file))).toEqual([])
    expect(
      breaches(
        (s) =>
          /^['"]use client['"]/m.test(s.code) && !islands.includes(s.file) && !s.file.startsWith('components/form/'),
      ),
    ).toEqual([])
  })
  test('process.env only in lib/env.ts, next/cache only in lib/revalidate.ts', () => {
    expect(breaches((s) => s.code.includes('process.env') && s.file !== 'lib/env.ts')).toEqual([])
    expect(breaches((s) => importing(/^next\/cache$/)(s) && s.file !== 'lib/revalidate.ts')).toEqual([])
  })
  test('what touches the database is server-only', () => {
    expect(
      breaches((s) => importing(/^lib\/db$/)(s) && s.file.startsWith('lib/') && !importing(/^server-only$/)(s)),
    ).toEqual([])
  })
  test('public pages have no client router: no next/link, no Suspense, no loading.tsx', () => {
    expect(breaches((s) => importing(/^next\/link$/)(s) && !s.file.startsWith('app/admin/'))).toEqual([])
    expect(breaches((s) => /<Suspense\b/.test(s.code) && !s.file.startsWith('app/admin/'))).toEqual([])
    expect(breaches((s) => /\/loading\.tsx$/.test(s.file) && !s.file.startsWith('app/admin/'))).toEqual([])
  })
  test('addresses are built only in lib/routes.ts', () => {
    const built =
      /[`'"]\/(?:kk|ru|forums|sessions|speakers|organisations|topics|countries|statements|sources|search|sign-in)(?:[/?`'"]|\$\{)/
    expect(breaches((s) => built.test(s.code) && s.file !== 'lib/routes.ts')).toEqual([])
  })
  test('no colour values outside the stylesheet', () => {
    const pictures = /opengraph|manifest/ // drawn outside the page, where no stylesheet reaches
    expect(breaches((s) => /#[0-9a-f]{6}\b|\b(?:rgb|hsl|oklch)a?\(/i.test(s.code) && !pictures.test(s.file))).toEqual(
      [],
    )
  })
  test('raw SQL is always parameterised', () => {
    expect(breaches((s) => /RawUnsafe/.test(s.code))).toEqual([])
    // A collation cannot be a parameter; that file has the three there are.
    expect(breaches((s) => /Prisma\.raw\(/.test(s.code))).toEqual(['lib/collation.ts'])
  })
  test('names say what a thing is', () => {
    expect(breaches((s) => /\/(?:index|utils?|helpers?|common|types|constants)\.tsx?$/.test(s.file))).toEqual([])
    expect(breaches((s) => !/^[a-z0-9.-]+$/.test(path.posix.basename(s.file)))).toEqual([])
  })
  test('nothing in the project depends on ../shared', () => {
    expect(breaches((s) => s.code.includes('../shared'))).toEqual([])
  })
})
