import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { chromium } from '@playwright/test'

const INSTALLED: Partial<Record<NodeJS.Platform, string[]>> = {
  linux: [
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome-stable',
    '/usr/bin/google-chrome',
    '/usr/bin/microsoft-edge',
  ],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: [
    'C:/Program Files/Google/Chrome/Application/chrome.exe',
    'C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe',
  ],
}

/**
 * The browser for the journeys: BROWSER_PATH, else the one `npx playwright install` put there (undefined), else one
 * of the system, else the Chromium that npm brings, which needs nothing from the system.
 * @throws when there is none
 */
export async function browserPath(): Promise<string | undefined> {
  if (process.env.BROWSER_PATH) return process.env.BROWSER_PATH
  if (existsSync(chromium.executablePath())) return undefined
  const installed = INSTALLED[process.platform]?.find((path) => existsSync(path))
  if (installed) return installed
  if (process.platform === 'linux' && process.arch === 'x64') {
    return unpackedBrowser()
  }
  throw new Error('No browser found. Run `npx playwright install chromium`, or install Chrome, or set BROWSER_PATH.')
}

/** The packed Chromium, unpacked once into the data folder: the system's folder for such things is everybody's. */
async function unpackedBrowser(): Promise<string> {
  const folder = path.resolve(import.meta.dirname, '../.data/browser')
  mkdirSync(folder, { recursive: true })
  // The package's own list of fonts names /tmp/fonts, where this browser was not unpacked: without any font it crashes.
  const fonts = path.join(folder, 'fonts.conf')
  const folders = [path.join(folder, 'fonts'), '/usr/share/fonts'].map((each) => `<dir>${each}</dir>`).join('')
  writeFileSync(fonts, `<fontconfig>${folders}<cachedir>${path.join(folder, 'fonts-cache')}</cachedir></fontconfig>`)
  process.env.FONTCONFIG_FILE ??= fonts
  const shared = process.env.TMPDIR
  process.env.TMPDIR = folder
  // Makes the package unpack its own copies of nss, nspr and expat beside the browser.
  process.env.AWS_LAMBDA_JS_RUNTIME ??= 'nodejs22.x'
  try {
    const { default: packed } = await import('@sparticuz/chromium')
    return await packed.executablePath()
  } finally {
    if (shared === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = shared
  }
}
