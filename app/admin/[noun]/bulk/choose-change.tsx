import { secondary } from '@/components/form/button-styles'
import type { BulkAct } from '@/lib/bulk/change'
import { readChoices } from '@/lib/bulk/choices'
import type { I18n } from '@/lib/i18n/translator'
import type { Noun } from '@/lib/revisions/nouns'
import type { Path } from '@/lib/routes'
import { SessionFormat } from '@/prisma/client/enums'
import type { SentBulk } from './sent-bulk'

type Choice = { value: string; label: string; lang: string | undefined }

/** What is done to the records, with the value it needs beside it: a form whose state is the address. */
export async function ChooseChange(props: { noun: Noun; acts: BulkAct[]; sent: SentBulk; path: Path; i18n: I18n }) {
  const { noun, acts, sent, path, i18n } = props
  const { t, locale } = i18n
  const { topics, editions, rooms, tracks } = await readChoices(noun, sent.selection, locale)
  const menu = (of: typeof topics): Choice[] =>
    of.map(({ value, title }) => ({
      value,
      label: title?.text ?? t('deskLists.untitled'),
      lang: title?.lang === locale ? undefined : title?.lang,
    }))
  const formats = Object.values(SessionFormat).map((value) => ({
    value,
    label: t(`words.format.${value}`),
    lang: undefined,
  }))
  const choices: Partial<Record<BulkAct, Choice[]>> = {
    ...{ addTopic: menu(topics), removeTopic: menu(topics), edition: menu(editions), format: formats },
    ...{ track: menu(tracks), room: menu(rooms) },
  }
  const canBeNone = new Set<BulkAct>(['track', 'room'])
  const control = 'mt-1 block h-10 w-full rounded-small border border-field bg-sheet px-2.5'
  return (
    <form action={path} autoComplete="off" className="pt-6">
      {sent.fields.map(([name, value]) => (
        <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
      ))}
      <fieldset>
        <legend className="pb-2 font-serif text-section">{t('deskBulk.what')}</legend>
        {acts.map((act) => {
          const current = sent.change?.act === act ? (sent.change.value ?? '') : ''
          const options = choices[act]
          const name = `value.${act}`
          return (
            <div key={act} className="grid gap-x-6 gap-y-1 border-rule border-t py-2.5 sm:grid-cols-2 sm:items-center">
              <label className="flex min-h-8 items-center gap-2">
                <input type="radio" name="act" value={act} required defaultChecked={sent.change?.act === act} />
                {t(`deskBulk.act.${act}`)}
              </label>
              {options && (
                <label className="text-muted text-small">
                  {t(`deskBulk.value.${act as 'format'}`)}
                  <select name={name} defaultValue={current} className={`${control} truncate text-ink`}>
                    <option value="">{canBeNone.has(act) ? t('deskBulk.none') : '…'}</option>
                    {options.map(({ value, label, lang }) => (
                      <option key={value} value={value} lang={lang}>
                        {label}
                      </option>
                    ))}
                  </select>
                </label>
              )}
              {(act === 'language' || act === 'withdraw') && (
                <label className="text-muted text-small">
                  {t(`deskBulk.value.${act}`)}
                  <input name={name} maxLength={1000} defaultValue={current} className={`${control} text-ink`} />
                </label>
              )}
            </div>
          )
        })}
      </fieldset>
      <button type="submit" className={`${secondary} mt-4`}>
        {t('deskBulk.show')}
      </button>
    </form>
  )
}
