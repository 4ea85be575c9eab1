import type { UserRole } from '@/prisma/client/enums'

/** What somebody may do at the desk. */
export type Permission = 'write' | 'publish' | 'withdraw' | 'administer'

type Predicate = (role: UserRole) => boolean

const canWrite: Predicate = (role) => role === 'contributor' || role === 'editor' || role === 'administrator'
const canPublish: Predicate = (role) => role === 'editor' || role === 'administrator'
const canWithdraw: Predicate = (role) => role === 'editor' || role === 'administrator'
const canAdminister: Predicate = (role) => role === 'administrator'

const predicates: Record<Permission, Predicate> = {
  write: canWrite,
  publish: canPublish,
  withdraw: canWithdraw,
  administer: canAdminister,
}

/** Whether somebody may; nobody may nothing. */
export function may(user: { role: UserRole } | null, permission: Permission): boolean {
  return user !== null && predicates[permission](user.role)
}
