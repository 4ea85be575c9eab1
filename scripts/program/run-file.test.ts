import { spawn } from 'node:child_process'
import { existsSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { claim, readHolder } from './run-file.mjs'
import { temporaryFolder } from './temporary-folder.ts'

const module = path.join(import.meta.dirname, 'run-file.mjs')

/** A process that claims the file when it is told to, says whether it got it, and keeps it while it lives. */
function claimant(file: string) {
  const program = `
    import { claim } from ${JSON.stringify(module)}
    process.stdin.once('data', async () => {
      const { holder } = await claim(${JSON.stringify(file)})
      console.log(holder ? 'held by ' + holder.pid : 'mine')
    })`
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], { stdio: ['pipe', 'pipe', 'inherit'] })
  const exit = new Promise((resolve) => child.once('exit', resolve))
  return {
    pid: child.pid,
    claim: () => {
      child.stdin.write('now\n')
      return new Promise<string>((resolve) => child.stdout.once('data', (chunk) => resolve(String(chunk).trim())))
    },
    kill: () => {
      child.kill('SIGKILL')
      return exit
    },
  }
}

test('exactly one of several claimants gets a file, new or left behind by a process that was killed', async () => {
  const file = path.join(temporaryFolder(), 'run.json')
  for (let round = 0; round < 3; round++) {
    const claimants = Array.from({ length: 4 }, () => claimant(file))
    const answers = await Promise.all(claimants.map((one) => one.claim()))
    const winner = claimants[answers.indexOf('mine')]
    expect(answers.filter((answer) => answer === 'mine')).toHaveLength(1)
    expect(answers.filter((answer) => answer === `held by ${winner?.pid}`)).toHaveLength(3)
    expect(readHolder(file)?.pid).toBe(winner?.pid)
    await Promise.all(claimants.map((one) => one.kill()))
    expect(readHolder(file)).toBeNull()
    expect(existsSync(file)).toBe(true)
  }
})

test('another process that has the number of the one that is gone does not hold its file', async () => {
  const file = path.join(temporaryFolder(), 'run.json')
  writeFileSync(file, JSON.stringify({ pid: process.pid, mark: 'long ago', port: 3000 }))
  const { release } = await claim(file)
  expect(release).toBeDefined()
  release?.()
  expect(existsSync(file)).toBe(false)
})

test.each(['', 'not JSON', '{}', '{"pid":-1}', 'null'])('a damaged file (%j) is taken over', async (content) => {
  const file = path.join(temporaryFolder(), 'run.json')
  writeFileSync(file, content)
  expect((await claim(file)).release).toBeDefined()
})
