import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type cytoscape from 'cytoscape'
import type { Locator, Page } from 'playwright-core'
import { parseMap } from '../../shared/file-format/parse-map.ts'
import type { StrategyMap } from '../../shared/model/map.ts'
import type { RunningApp } from './start-app.ts'

/** What a user does, in their own words: the steps that scenarios are made of. */

export async function chooseFiles(page: Page, button: RegExp, files: readonly string[]): Promise<void> {
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: button }).click(),
  ])
  await chooser.setFiles([...files])
}

/** Imports tables through the dialog and waits for the new map. */
export async function importTables(page: Page, files: readonly string[], blank: 'none' | 'unknown'): Promise<void> {
  await chooseFiles(page, /Import a table/, files)
  const answer = page.getByRole('radio', { name: blank === 'none' ? 'There is none' : 'Nobody has been asked yet' })
  await answer.first().check({ force: true })
  await page.getByRole('button', { name: /^Import \d/ }).click()
  await assessed(page)
}

export async function openExample(page: Page, name: string): Promise<void> {
  await page
    .getByRole('button', { name: new RegExp(name) })
    .first()
    .click()
  await assessed(page)
}

/** The Health panel has its counts and the map stands still. */
export async function assessed(page: Page): Promise<void> {
  await page
    .getByRole('button', { name: /^(Anchored|Forankret)/ })
    .first()
    .waitFor()
  await page.waitForTimeout(700)
}

export function state(page: Page, name: string): Locator {
  return page
    .getByRole('group', { name: 'State' })
    .getByRole('button', { name: new RegExp(`^${name}`) })
    .first()
}

/** The number beside a state in the Health panel. */
export async function countOf(page: Page, name: string): Promise<number> {
  return Number(/(\d+)\s*$/.exec(await state(page, name).innerText())?.[1])
}

export async function saved(page: Page): Promise<void> {
  await page
    .getByTestId('save-status')
    .filter({ hasText: /^Saved$/ })
    .waitFor()
}

/** Runs a command through the palette, as people do who know its name. */
export async function command(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Control+k')
  await page.getByRole('dialog').waitFor()
  await page.keyboard.type(name)
  await page.keyboard.press('Enter')
  await page.getByRole('dialog').waitFor({ state: 'hidden' })
}

/** The map file of the one document of this run, as it is on the disk. */
export function mapOnDisk(app: RunningApp, fileName: string): StrategyMap {
  const parsed = parseMap(readFileSync(join(app.home, 'maps', fileName), 'utf8'))
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problem))
  return parsed.value.map
}

/** Where a node is drawn on the page, in CSS pixels; null when it is not on the map. Cytoscape keeps itself on its container. */
export async function placeOf(page: Page, id: string): Promise<{ x: number; y: number } | null> {
  return page.evaluate((wanted) => {
    const ground = document.querySelector<HTMLElement & { _cyreg?: { cy?: cytoscape.Core } }>('[role=application]')
    const node = ground?._cyreg?.cy?.getElementById(wanted)
    if (!ground || !node?.nonempty() || !node.visible()) return null
    const box = ground.getBoundingClientRect()
    const at = node.renderedPosition()
    return { x: box.x + at.x, y: box.y + at.y }
  }, id)
}

/** Ids of the nodes that the map shows, its own decoration aside. */
export async function shownNodes(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const ground = document.querySelector<HTMLElement & { _cyreg?: { cy?: cytoscape.Core } }>('[role=application]')
    return (
      ground?._cyreg?.cy
        ?.nodes(':visible')
        .not('.region, .caption, .veil')
        .map((node) => node.id()) ?? []
    )
  })
}

export async function drag(page: Page, from: { x: number; y: number }, by: { x: number; y: number }): Promise<void> {
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await page.mouse.move(from.x + by.x / 2, from.y + by.y / 2, { steps: 4 })
  await page.mouse.move(from.x + by.x, from.y + by.y, { steps: 4 })
  await page.mouse.up()
}
