import { expect, test } from 'vitest'
import { may, type Permission } from './permissions'

const table: Record<Permission, { contributor: boolean; editor: boolean; administrator: boolean }> = {
  write: { contributor: true, editor: true, administrator: true },
  publish: { contributor: false, editor: true, administrator: true },
  withdraw: { contributor: false, editor: true, administrator: true },
  administer: { contributor: false, editor: false, administrator: true },
}

test.each(Object.entries(table))('%s', (permission, roles) => {
  const asked = permission as Permission
  for (const role of ['contributor', 'editor', 'administrator'] as const) expect(may({ role }, asked)).toBe(roles[role])
  expect(may(null, asked)).toBe(false)
})
