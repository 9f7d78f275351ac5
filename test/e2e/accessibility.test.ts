import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import type { Page } from 'playwright-core'
import { afterAll, describe, expect, it } from 'vitest'
import { closeBrowser, startApp } from './start-app.ts'
import { openExample } from './steps.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** What axe objects to: rule, and where. */
async function objections(page: Page): Promise<string[]> {
  await page.evaluate(axe)
  const found = await page.evaluate(() =>
    (window as unknown as { axe: { run: (options: object) => Promise<AxeResults> } }).axe.run({
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'],
    }),
  )
  return found.violations.flatMap((one) => one.nodes.map((node) => `${one.id}: ${node.target.join(' ')}`))
}

afterAll(closeBrowser)

describe('for everyone', () => {
  for (const [theme, locale] of [
    ['Light', 'en-GB'],
    ['Dark', 'en-GB'],
    ['Projektor', 'da-DK'],
  ] as const) {
    it(`axe finds nothing in the main views, ${theme}, ${locale}`, async () => {
      const app = await startApp({ locale })
      try {
        const { page } = app
        await page.getByText(theme, { exact: true }).click()
        expect(await objections(page)).toEqual([])
        await openExample(page, 'Nordlys Retail')
        expect(await objections(page)).toEqual([])
        await page.getByRole('button', { name: /Stores: 1/ }).click()
        await page
          .getByRole('button', { name: /Store staff/ })
          .first()
          .click()
        await page.waitForTimeout(500)
        expect(await objections(page)).toEqual([])
        await page.keyboard.press('Control+e')
        await page.getByRole('dialog').waitFor()
        expect(await objections(page)).toEqual([])
      } finally {
        await app.close()
      }
    })
  }

  it('cuts nothing off and never scrolls sideways from 1024 to 1920 px, in both languages', async () => {
    for (const locale of ['en-GB', 'da-DK']) {
      const app = await startApp({ locale })
      try {
        const { page } = app
        await page
          .getByRole('button', { name: /Nordlys Retail/ })
          .first()
          .click()
        await page
          .getByRole('button', { name: /^(Anchored|Forankret)/ })
          .first()
          .waitFor()
        for (const [width, height] of [
          [1024, 700],
          [1366, 768],
          [1920, 1080],
        ] as const) {
          await page.setViewportSize({ width, height })
          await page.waitForTimeout(300)
          const overflow = await page.evaluate(() => {
            const { scrollWidth, scrollHeight } = document.documentElement
            return [scrollWidth - innerWidth, scrollHeight - innerHeight]
          })
          expect([locale, width, ...overflow]).toEqual([locale, width, 0, 0])
          const cut = await page.evaluate(() =>
            [...document.querySelectorAll<HTMLElement>('button, h1, h2, h3, h4, p, label, a')]
              .filter(
                (one) =>
                  one.checkVisibility() &&
                  one.scrollWidth > one.clientWidth + 1 &&
                  getComputedStyle(one).overflowX === 'hidden',
              )
              .map((one) => one.innerText),
          )
          expect(cut).toEqual([])
        }
      } finally {
        await app.close()
      }
    }
  })
})
