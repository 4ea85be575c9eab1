import { describedBy, fieldStyle, Labelled } from '@/components/form/labelled'
import { SelectField } from '@/components/form/select-field'
import type { I18n } from '@/lib/i18n/translator'
import type { ImportOptions } from '@/lib/import/rehearsal'
import { languageNames } from '../[noun]/[id]/form-choices'

type Props = {
  chosen: Pick<ImportOptions, 'timeZone' | 'language' | 'publish' | 'source'>
  mayPublish: boolean
  i18n: I18n
}

/** What the file does not say and somebody must, and what is to be done with what it brings. */
export function OptionFields({ chosen, mayPublish, i18n }: Props) {
  const { t, intlLocale } = i18n
  const languages = Object.entries(languageNames(i18n)).sort(([, a], [, b]) => a.localeCompare(b, intlLocale))
  return (
    <>
      <Labelled id="timeZone" label={t('deskImport.timeZone')} hint={t('deskImport.timeZoneHint')}>
        <input
          id="timeZone"
          name="timeZone"
          list="timeZones"
          defaultValue={chosen.timeZone ?? ''}
          aria-describedby={describedBy('timeZone', { hint: 'yes' })}
          className={fieldStyle}
        />
        <datalist id="timeZones">
          {Intl.supportedValuesOf('timeZone').map((zone) => (
            <option key={zone} value={zone} />
          ))}
        </datalist>
      </Labelled>
      <SelectField
        name="language"
        label={t('deskImport.language')}
        hint={t('deskImport.languageHint')}
        defaultValue={chosen.language ?? ''}
        choices={[
          { value: '', label: t('deskImport.asFile') },
          ...languages.map(([value, label]) => ({ value, label })),
        ]}
      />
      <Tick name="source" label={t('deskImport.source')} hint={t('deskImport.sourceHint')} isOn={chosen.source} />
      {mayPublish && (
        <Tick name="publish" label={t('deskImport.publish')} hint={t('deskImport.publishHint')} isOn={chosen.publish} />
      )}
    </>
  )
}

export const Tick = ({ name, label, hint, isOn }: { name: string; label: string; hint: string; isOn: boolean }) => (
  <div>
    <label className="inline-flex items-start gap-2.5 py-1">
      <input
        type="checkbox"
        name={name}
        defaultChecked={isOn}
        aria-describedby={`${name}-hint`}
        className="mt-1 size-4.5 accent-accent"
      />
      <span className="font-semibold">{label}</span>
    </label>
    <p id={`${name}-hint`} className="text-meta text-muted">
      {hint}
    </p>
  </div>
)
