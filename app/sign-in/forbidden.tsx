import { Refused } from '@/components/desk/refused'
import { deskI18n } from '@/lib/auth/desk-i18n'

export default async function Forbidden() {
  return <Refused i18n={await deskI18n()} />
}
