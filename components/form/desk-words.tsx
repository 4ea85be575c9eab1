'use client'

import type { ReactNode } from 'react'
import { IntlProvider } from 'use-intl'
import { intlLocales, type Locale } from '@/lib/i18n/locales'

type Props = { locale: Locale; messages: object; timeZone?: string; children: ReactNode }

/** The words of the desk for what runs in the browser, with dates and times as the server writes them. */
export const DeskWords = ({ locale, messages, timeZone = 'UTC', children }: Props) => (
  <IntlProvider locale={intlLocales[locale]} messages={messages as never} timeZone={timeZone}>
    {children}
  </IntlProvider>
)
