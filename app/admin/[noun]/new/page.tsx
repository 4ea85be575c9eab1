import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ActionForm, type FormField } from '@/components/form/action-form'
import { deskI18n } from '@/lib/auth/desk-i18n'
import { allowed } from '@/lib/auth/signed-in'
import { languageName } from '@/lib/countries'
import { locales } from '@/lib/i18n/locales'
import { newestOf } from '@/lib/revisions/below-queries'
import { titleIn } from '@/lib/revisions/edit-labels'
import { nounOf } from '@/lib/revisions/nouns'
import { parentField } from '@/lib/revisions/sent-form'
import { createRecordAction } from './actions'

type Props = {
  params: Promise<{ noun: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const noun = nounOf((await params).noun)
  return { title: noun ? (await deskI18n()).t(`deskForm.new.${noun}`) : '' }
}

/** The beginning of a record: what it is called and where it belongs. The rest is on its form. */
export default async function NewRecordPage({ params, searchParams }: Props) {
  const user = await allowed('write')
  const noun = nounOf((await params).noun) ?? notFound()
  const asked = await searchParams
  const text = (name: string) => (typeof asked[name] === 'string' ? (asked[name] as string) : '')
  const i18n = await deskI18n()
  const { t } = i18n
  const above = parentField[noun]
  const parents = above ? await newestOf(above === 'forum' ? 'forum' : 'edition', text(above)) : []
  const fields: FormField[] = []
  if (above)
    fields.push({
      name: 'parent',
      label: t(`deskForm.field.${above as 'forum'}`),
      value: text(above) || (parents[0]?.id ?? ''),
      choices: parents.map(({ id, titles }) => ({ value: id, label: titleIn(titles, user.locale)?.title ?? id })),
    })
  fields.push({
    name: 'title',
    label: t(`deskForm.titleOf.${noun}`),
    ...(noun === 'edition' ? { hint: t('deskForm.hint.themeOrLater') } : {}),
  })
  if (noun === 'edition') {
    fields.push({ name: 'year', label: t('deskForm.field.year') })
    fields.push({
      name: 'timeZone',
      label: t('deskForm.field.timeZone'),
      hint: t('deskForm.hint.timeZone'),
      value: await newestZone(),
    })
  }
  fields.push({
    name: 'language',
    label: t('deskForm.texts.original'),
    hint: t('deskForm.texts.originalHint'),
    value: user.locale,
    choices: locales.map((value) => ({ value, label: languageName(value, i18n) })),
  })
  return (
    <div className="max-w-xl">
      <h1 className="text-title">{t(`deskForm.new.${noun}`)}</h1>
      {above && parents.length === 0 ? (
        <p className="pt-6 text-lede">{t(above === 'forum' ? 'deskForm.noForumYet' : 'deskForm.noEditionYet')}</p>
      ) : (
        <ActionForm
          action={createRecordAction.bind(null, noun)}
          fields={fields}
          hidden={text('session') ? { session: text('session') } : {}}
          submit={t('deskForm.create')}
          failed={t('deskForm.errors')}
        />
      )}
    </div>
  )
}

/** The zone of the newest edition: the next one is mostly in the same. */
async function newestZone(): Promise<string> {
  const [edition] = await newestOf('edition', '', 1)
  return edition?.timeZone ?? 'UTC'
}
