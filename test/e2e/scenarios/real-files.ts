import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import type { Assessment } from '../../../shared/analysis/assessment.ts'
import { countOf, importTables, mapOnDisk, saved, shownNodes } from '../steps.ts'
import type { Scenario } from './scenario.ts'

const root = join(import.meta.dirname, '../../..')
const orgMaps = join(root, '../shared/data/org-maps')
export const haveRealFiles = existsSync(orgMaps)
const states = {
  Anchored: 'coupled',
  'No strategic goal': 'means-ends-decoupled',
  'No home inside': 'policy-practice-decoupled',
  Decoupled: 'fully-decoupled',
  'Not clarified': 'not-assessed',
  Concluded: 'concluded',
} as const

/** What the command line says of the same files. */
function analyseByCommandLine(home: string, file: string): Assessment {
  const out = join(home, 'by-command-line.mooring.json')
  const mooring = (...args: string[]) =>
    execFileSync(process.execPath, ['electron/cli/mooring.mjs', ...args], {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      maxBuffer: 1e8,
    })
  mooring('convert', file, out, '--blank', 'none', '--force')
  return JSON.parse(mooring('analyse', out, '--format', 'json')) as Assessment
}

export const healthPortfolio: Scenario = {
  title: 'imports the health portfolio: programs anchored, accounts without a goal, one line per department, link all',
  realFiles: true,
  run: async (app) => {
    const { page } = app
    const file = join(orgMaps, 'canada-health-small/initiatives.csv')
    await importTables(page, [file], 'none')
    await saved(page)
    const name = readdirSync(join(app.home, 'maps'))[0] ?? ''
    const map = mapOnDisk(app, name)
    expect(map.nodes.filter((node) => node.kind === 'initiative')).toHaveLength(88)

    const cli = analyseByCommandLine(app.home, file)
    const counts: Record<string, number> = {}
    for (const [shown, key] of Object.entries(states)) {
      counts[shown] = await countOf(page, shown)
      expect([shown, counts[shown]]).toEqual([shown, cli.portfolio.states[key]])
    }
    console.log(`health portfolio, UI and command line alike: ${JSON.stringify(counts)}`)
    const withGoal = new Set(map.links.filter((link) => link.kind === 'contributesTo').map((link) => link.source))
    for (const { id, state } of cli.initiatives) {
      if (state !== 'concluded')
        expect([id, state]).toEqual([id, withGoal.has(id) ? 'coupled' : 'means-ends-decoupled'])
    }

    await page.getByRole('button', { name: 'Health Canada: 9 initiatives without a goal' }).waitFor()
    await page.getByRole('button', { name: 'Link all 9…' }).click()
    await page
      .getByRole('option', { name: /Health Protection and Promotion/ })
      .first()
      .click()
    await saved(page)
    await page.waitForTimeout(500)
    expect(await countOf(page, 'Anchored')).toBe((counts['Anchored'] ?? 0) + 9)
    await page.keyboard.press('Control+z')
    await saved(page)
    await page.waitForTimeout(500)
    expect(await countOf(page, 'Anchored')).toBe(counts['Anchored'])
    // The import itself is one step as well.
    await page.keyboard.press('Control+z')
    await saved(page)
    expect(mapOnDisk(app, name).nodes).toHaveLength(0)
  },
}

export const federalPortfolio: Scenario = {
  title: 'imports 3,383 federal initiatives and has their folded map on screen',
  realFiles: true,
  run: async (app) => {
    const { page } = app
    await page.evaluate(() => {
      const long: number[] = []
      Object.assign(window, { long })
      new PerformanceObserver((list) =>
        long.push(...list.getEntries().map((entry) => Math.round(entry.duration))),
      ).observe({ entryTypes: ['longtask'] })
    })
    const folder = join(orgMaps, 'canada-federal-large')
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      page.getByRole('button', { name: /Import a table/ }).click(),
    ])
    const started = Date.now()
    await chooser.setFiles([join(folder, 'nodes.csv'), join(folder, 'edges.csv')])
    const submit = page.getByRole('button', { name: /^Import \d/ })
    await submit.waitFor()
    await page.getByRole('radio', { name: 'There is none' }).first().check({ force: true })
    const read = Date.now()
    await submit.click()
    await page
      .getByRole('button', { name: /^Anchored/ })
      .first()
      .waitFor()
    const imported = Date.now()
    while ((await shownNodes(page)).length === 0) await page.waitForTimeout(20)
    const seen = Date.now()
    await saved(page)
    expect(await countOf(page, 'Anchored')).toBe(1084)
    expect(await countOf(page, 'No strategic goal')).toBe(1865)
    const shown = (await shownNodes(page)).length
    expect(shown).toBeLessThan(1000)
    await page.waitForTimeout(1500)
    const long = await page.evaluate(() => (window as unknown as { long: number[] }).long)
    console.log(
      `federal portfolio: read and guessed ${read - started} ms, imported and assessed ${imported - read} ms, on screen ${seen - imported} ms later with ${shown} of 5357 nodes; longest task ${Math.max(0, ...long)} ms`,
    )
  },
}
