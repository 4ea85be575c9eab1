import { Logo } from '@/components/chrome/logo'
import { QuietButton } from '@/components/form/quiet-button'
import { type DeskLink, DeskNavigation } from './desk-navigation'

export type DeskHeaderProps = {
  /** The archive itself. */
  home: DeskLink
  /** Nothing for whom is not signed in. */
  desk: {
    navigation: string
    menu: string
    groups: DeskLink[][]
    name: string
    signOut: () => Promise<void>
    signOutLabel: string
  } | null
}

/** Above the desk on a telephone, beside it where there is room. */
export function DeskHeader({ home, desk }: DeskHeaderProps) {
  return (
    <header className="border-rule border-b px-4 py-3 sm:px-6 lg:border-e lg:border-b-0 lg:px-4 lg:py-5">
      <div className="flex flex-wrap items-center gap-x-6 gap-y-3 lg:sticky lg:top-5 lg:flex-col lg:items-stretch lg:gap-y-6">
        <a href={home.href} className="inline-flex items-center gap-2.5 py-1">
          <Logo />
          <span className="font-semibold font-serif text-item">{home.label}</span>
        </a>
        {desk && (
          <>
            <div className="order-last w-full lg:order-none">
              <DeskNavigation label={desk.navigation} menu={desk.menu} groups={desk.groups} />
            </div>
            <form action={desk.signOut} className="ms-auto lg:ms-0 lg:px-3">
              <p className="sr-only text-meta text-muted lg:not-sr-only lg:pb-2">{desk.name}</p>
              <QuietButton>{desk.signOutLabel}</QuietButton>
            </form>
          </>
        )}
      </div>
    </header>
  )
}
