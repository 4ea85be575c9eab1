'use client'

import { useEffect, useId, useRef, useState, useSyncExternalStore } from 'react'
import { useTranslations } from 'use-intl'
import { acceptedBy, type FileKind, mostBytes } from '@/lib/media/file-kinds'
import type { MediaSummary } from '@/lib/media/summary'
import { routes } from '@/lib/routes'
import { small } from './button-styles'
import { fieldStyle } from './labelled'
import { MediaWords } from './media-words'
import { readMedia, uploadFile } from './upload-file'

type Props = {
  /** Of the hidden field that holds the id of the file. */
  name: string
  value: string | null
  label: string
  hint?: string
  error?: string | undefined
  accept: FileKind
  /** The id of the chosen file; null when it was taken away. Without it the field keeps the value by itself. */
  onChange?: (id: string | null) => void
  /** Files to choose from without JavaScript, the chosen one among them. */
  choices?: { id: string; label: string }[]
}

const never = () => () => {}
const isInBrowser = () => true
const isOnServer = () => false

/**
 * Chooses a picture or document for a record: it is stored at once, a picture is described, and its id goes into the
 * form. Without JavaScript one that is stored already is chosen from a list.
 */
export function MediaField(props: Props) {
  const { name, label, hint, error, accept, choices = [] } = props
  const t = useTranslations('deskMedia')
  const isAlive = useSyncExternalStore(never, isInBrowser, isOnServer)
  const [own, setOwn] = useState(props.value)
  const value = props.onChange ? props.value : own
  const id = useId()
  const described = [`${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ')
  return (
    <fieldset className="min-w-0" aria-describedby={described}>
      <legend className="font-semibold">{label}</legend>
      <p id={`${id}-hint`} className="text-meta text-muted">
        {[hint, t(accept === 'picture' ? 'pictureHint' : 'documentHint')].filter(Boolean).join(' ')}
      </p>
      {error && (
        <p id={`${id}-error`} className="font-semibold text-gold text-meta">
          {error}
        </p>
      )}
      {isAlive ? (
        <>
          <input type="hidden" id={name} name={name} value={value ?? ''} />
          <Chooser
            {...{ accept, label, value }}
            onChange={(next) => {
              setOwn(next)
              props.onChange?.(next)
            }}
          />
        </>
      ) : (
        <>
          <select id={name} name={name} defaultValue={value ?? ''} aria-label={t('choose')} className={fieldStyle}>
            <option value="">{t('noneChosen')}</option>
            {value && !choices.some((choice) => choice.id === value) && <option value={value}>{value}</option>}
            {choices.map((choice) => (
              <option key={choice.id} value={choice.id}>
                {choice.label}
              </option>
            ))}
          </select>
          <p className="pt-1 text-meta text-muted">
            {t('withoutScript')}{' '}
            <a className="link" href={routes.newMedia()}>
              {t('add')}
            </a>
          </p>
        </>
      )}
    </fieldset>
  )
}

type Progress = { kind: 'idle' } | { kind: 'uploading'; percent: number } | { kind: 'problem'; text: string }

function Chooser(props: {
  accept: FileKind
  label: string
  value: string | null
  onChange: (id: string | null) => void
}) {
  const { accept, value, onChange } = props
  const t = useTranslations('deskMedia')
  const [media, setMedia] = useState<MediaSummary | null>(null)
  const [progress, setProgress] = useState<Progress>({ kind: 'idle' })
  const [said, setSaid] = useState('')
  const input = useRef<HTMLInputElement>(null)
  const uploading = useRef<AbortController | null>(null)
  const inputId = useId()

  useEffect(() => {
    if (!value || media?.id === value) return
    let isLeft = false
    void readMedia(value).then((read) => {
      if (!isLeft && read) setMedia(read)
    })
    return () => {
      isLeft = true
    }
  }, [value, media])
  useEffect(() => () => uploading.current?.abort(), [])

  const choose = async (file: File) => {
    const tooLarge = accept === 'picture' ? 'problem.pictureTooLarge' : 'problem.documentTooLarge'
    if (file.size > mostBytes[accept]) return setProgress({ kind: 'problem', text: t(tooLarge) })
    uploading.current?.abort()
    const controller = new AbortController()
    uploading.current = controller
    setProgress({ kind: 'uploading', percent: 0 })
    const onProgress = (share: number) => setProgress({ kind: 'uploading', percent: Math.round(share * 100) })
    const outcome = await uploadFile(file, { onProgress, signal: controller.signal })
    if (uploading.current !== controller) return // another file was chosen meanwhile
    uploading.current = null
    if (input.current) input.current.value = ''
    if (controller.signal.aborted) return setProgress({ kind: 'idle' })
    if (outcome.kind !== 'stored')
      return setProgress({ kind: 'problem', text: outcome.kind === 'refused' ? outcome.text : t(outcome.kind) })
    if (outcome.media.kind !== accept) return setProgress({ kind: 'problem', text: t('problem.notAccepted') })
    setProgress({ kind: 'idle' })
    setMedia(outcome.media)
    setSaid(outcome.isKnown ? t('storedBefore') : t('ready'))
    // A picture without a description cannot be published: its id goes into the form with the description.
    if (!outcome.media.isUndescribed) onChange(outcome.media.id)
  }
  const takeAway = () => {
    setMedia(null)
    setSaid(t('takenAway'))
    onChange(null)
    input.current?.focus()
  }
  const isThere = media !== null && (media.id === value || media.isUndescribed)
  return (
    <div className="mt-2 space-y-3">
      {isThere && <Preview media={media} />}
      {value && !isThere && <p className="text-meta text-muted">{t('missing')}</p>}
      {isThere && media.kind === 'picture' && (
        <MediaWords
          key={media.id}
          media={media}
          onSaved={(next) => {
            setMedia(next)
            setSaid(t('saved'))
            onChange(next.id)
          }}
        />
      )}
      <div className="flex flex-wrap items-center gap-3">
        <label htmlFor={inputId} className="text-meta">
          <span className="block font-semibold">
            {isThere ? t('replace') : t('chooseFile')}
            <span className="sr-only"> ({props.label})</span>
          </span>
          <input
            ref={input}
            id={inputId}
            type="file"
            accept={acceptedBy[accept]}
            onChange={(event) => {
              const file = event.target.files?.[0]
              if (file) void choose(file)
            }}
            className="mt-1 block w-full max-w-sm rounded-small border border-field bg-sheet px-3 py-2"
          />
        </label>
        {(value || isThere) && progress.kind !== 'uploading' && (
          <button type="button" className={small} onClick={takeAway}>
            {t('takeAway')}
            <span className="sr-only"> ({props.label})</span>
          </button>
        )}
      </div>
      {progress.kind === 'uploading' && (
        <div className="flex flex-wrap items-center gap-3 text-meta">
          <progress max={100} value={progress.percent} aria-label={t('chooseFile')} className="accent-accent" />
          <span>{progress.percent < 100 ? t('uploading', { percent: progress.percent }) : t('working')}</span>
          <button type="button" className={small} onClick={() => uploading.current?.abort()}>
            {t('cancel')}
          </button>
        </div>
      )}
      {progress.kind === 'problem' && (
        <p role="alert" className="font-semibold text-gold text-meta">
          {progress.text}
        </p>
      )}
      <p role="status" className="sr-only">
        {progress.kind === 'idle' ? said : ''}
      </p>
    </div>
  )
}

function Preview({ media }: { media: MediaSummary }) {
  return (
    <p className="flex items-center gap-3 text-meta">
      {media.kind === 'picture' && (
        // biome-ignore lint/performance/noImgElement: it is stored in the size in which it is shown
        <img
          src={routes.mediaFile(media.id, 'small')}
          alt=""
          width={96}
          height={96}
          className="size-24 shrink-0 rounded-small border border-rule object-cover"
        />
      )}
      <a
        className="link min-w-0 [overflow-wrap:anywhere]"
        href={routes.oneMedia(media.id)}
        target="_blank"
        rel="noreferrer"
      >
        {media.fileName ?? media.id}
      </a>
    </p>
  )
}
