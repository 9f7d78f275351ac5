import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import { readMapFromPng } from '../../../shared/export/png-chunks.ts'
import { parseMap } from '../../../shared/file-format/parse-map.ts'
import { serialiseMap } from '../../../shared/file-format/serialise-map.ts'
import type { StrategyMap } from '../../../shared/model/map.ts'
import {
  assessed,
  chooseFiles,
  command,
  countOf,
  drag,
  mapOnDisk,
  openExample,
  placeOf,
  saved,
  shownNodes,
  state,
} from '../steps.ts'
import type { Scenario } from './scenario.ts'

const careFile = 'nordlys-retail.mooring.json'

/** Two maps that say the same, their own id and times aside. */
function content(map: StrategyMap): string {
  return serialiseMap({ ...map, id: '', created: '', modified: '' })
}

export const seeAndFilter: Scenario = {
  title: 'opens an example, sees its states at once and filters by one of them',
  run: async ({ page }) => {
    await openExample(page, 'Nordlys Retail')
    expect(await countOf(page, 'Anchored')).toBe(5)
    expect(await countOf(page, 'Decoupled')).toBe(1)
    const all = await shownNodes(page)
    await state(page, 'No home inside').click()
    await page.waitForTimeout(500)
    const filtered = await shownNodes(page)
    expect(filtered.length).toBeLessThan(all.length)
    expect(filtered.filter((id) => id.startsWith('i-')).toSorted()).toEqual(['i-black', 'i-blogger'])
    await state(page, 'No home inside').click()
    await page.waitForTimeout(500)
    expect((await shownNodes(page)).length).toBe(all.length)
  },
}

export const dragUndoReload: Scenario = {
  title: 'drags a node, undoes and redoes it, and finds it where it was put after a reload',
  run: async (app) => {
    const { page } = app
    await openExample(page, 'Nordlys Retail')
    const before = await placeOf(page, 'i-care')
    if (!before) throw new Error('not on the map')
    await drag(page, before, { x: 60, y: 30 })
    await saved(page)
    const put = mapOnDisk(app, careFile)
    expect(put.pinned).toEqual(['i-care'])
    const there = put.positions?.['line-of-sight']?.['i-care']
    await page.keyboard.press('Control+z')
    await saved(page)
    expect(mapOnDisk(app, careFile).pinned).toBeUndefined()
    await page.keyboard.press('Control+Shift+z')
    await saved(page)
    expect(mapOnDisk(app, careFile).positions?.['line-of-sight']?.['i-care']).toEqual(there)
    await page.reload()
    await assessed(page)
    const again = await page.evaluate(() => {
      const ground = document.querySelector<HTMLElement & { _cyreg?: { cy?: import('cytoscape').Core } }>(
        '[role=application]',
      )
      const at = ground?._cyreg?.cy?.getElementById('i-care').position()
      return at ? [at.x, at.y] : null
    })
    expect(again?.[0]).toBeCloseTo(there?.[0] ?? Number.NaN, 0)
    expect(again?.[1]).toBeCloseTo(there?.[1] ?? Number.NaN, 0)
  },
}

export const addAndLink: Scenario = {
  title: 'adds an initiative, gives it an owner and a goal, and sees it become anchored',
  run: async (app) => {
    const { page } = app
    await openExample(page, 'Nordlys Retail')
    await page.keyboard.press('n')
    await page.getByRole('dialog').waitFor()
    await page.getByLabel('Name', { exact: true }).last().fill('Answers on film')
    await page.keyboard.press('Enter')
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
    await saved(page)
    expect(await countOf(page, 'Not clarified')).toBe(3)
    const made = mapOnDisk(app, careFile).nodes.find((node) => node.name === 'Answers on film')
    expect(made).toMatchObject({ kind: 'initiative', unknown: ['goal', 'owner', 'carrier'] })

    for (const [kind, target] of [
      ['is owned by', 'Customer Service'],
      ['contributes to', 'Answer every customer within a day'],
      ['is carried by', 'Customer Service'],
    ] as const) {
      await page.getByRole('button', { name: 'Add link…' }).click()
      await page
        .getByRole('option', { name: new RegExp(kind) })
        .or(page.getByRole('menuitem', { name: new RegExp(kind) }))
        .first()
        .click()
      await page.keyboard.type(target)
      await page
        .getByRole('option', { name: new RegExp(target) })
        .or(page.getByRole('menuitem', { name: new RegExp(target) }))
        .first()
        .click()
    }
    await saved(page)
    await page.waitForTimeout(500)
    expect(await countOf(page, 'Anchored')).toBe(6)
    const links = mapOnDisk(app, careFile).links.filter((link) => link.source === made?.id)
    expect(links.map((link) => link.kind).toSorted()).toEqual(['carriedBy', 'contributesTo', 'ownedBy'])
  },
}

export const pictureRoundTrip: Scenario = {
  title: 'exports a picture that opens again as an equal map',
  run: async (app) => {
    const { page } = app
    await openExample(page, 'Nordlys Retail')
    await page.keyboard.press('Control+e')
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Export', exact: true }).click(),
    ])
    expect(download.suggestedFilename()).toMatch(/^Nordlys Retail \d{4}-\d{2}-\d{2}\.png$/)
    const path = join(app.home, 'picture.png')
    await download.saveAs(path)
    const inside = readMapFromPng(readFileSync(path))
    const original = mapOnDisk(app, careFile)
    if (!inside.ok) throw new Error(inside.problem.code)
    const carried = parseMap(inside.value)
    if (!carried.ok) throw new Error(carried.problem.code)
    expect(content(carried.value.map)).toBe(content(original))

    await command(page, 'All maps')
    await chooseFiles(page, /Open file/, [path])
    await assessed(page)
    await saved(page)
    const files = readdirSync(join(app.home, 'maps')).filter(
      (name) => name !== careFile && name.endsWith('.mooring.json'),
    )
    expect(files).toHaveLength(1)
    expect(content(mapOnDisk(app, files[0] ?? ''))).toBe(content(original))
  },
}

export const exportJson: Scenario = {
  title: 'exports JSON that is the saved map, byte for byte',
  run: async (app) => {
    const { page } = app
    await openExample(page, 'Nordlys Retail')
    const [download] = await Promise.all([page.waitForEvent('download'), command(page, 'Export as JSON')])
    const path = join(app.home, 'export.json')
    await download.saveAs(path)
    expect(readFileSync(path, 'utf8')).toBe(serialiseMap(mapOnDisk(app, careFile)))
  },
}

export const findingOnTheMap: Scenario = {
  title: 'frames a finding with its evidence and accepts the link it proposes as one undo step',
  run: async (app) => {
    const { page } = app
    await openExample(page, 'Nordlys Retail')
    await page.getByRole('button', { name: /Marketing: 1 initiative with goals that lead nowhere/ }).click()
    await page.getByRole('button', { name: 'Influencer Christmas calendar' }).first().click()
    await page.getByText('is tied to goals, but none of them is in sight').first().waitFor()
    await page.getByRole('button', { name: 'Link to Closest to the customer 2028' }).first().click()
    await saved(page)
    expect(await countOf(page, 'No strategic goal')).toBe(2)
    await page.keyboard.press('Control+z')
    await saved(page)
    await page.waitForTimeout(300)
    expect(await countOf(page, 'No strategic goal')).toBe(3)
  },
}

export const wrongFiles: Scenario = {
  title: 'says what is wrong with a file that is no map and opens nothing',
  run: async (app) => {
    const { page } = app
    const path = join(app.home, 'broken.mooring.json')
    writeFileSync(path, '{"format": "mooring-map", "version": 1,')
    await chooseFiles(page, /Open file/, [path])
    await page.getByText(/not valid JSON/).waitFor()
    expect(readdirSync(join(app.home, 'maps'))).toEqual([])
    const picture = join(app.home, 'plain.png')
    writeFileSync(picture, 'no picture at all')
    await chooseFiles(page, /Open file/, [picture])
    await page.getByText(/This picture is damaged/).waitFor()
  },
}

export const importIntoOpenMap: Scenario = {
  title: 'imports a Danish table into the open map as one undo step, even when Import is clicked twice',
  run: async (app) => {
    const { page } = app
    await openExample(page, 'Nordlys Retail')
    const table = join(app.home, 'indsatser.csv')
    // Semicolons and windows-1252, as Excel writes it in Denmark; the last row has no name.
    const rows = [
      'Initiativ;Ejer;Mål;Slut',
      'Klub for børn;Stores;Closest to the customer 2028;31.12.2027',
      'Prøvesmagning;Køkkenet;;',
      ';Stores;;',
    ]
    writeFileSync(table, Buffer.from(rows.join('\r\n'), 'latin1'))
    const before = mapOnDisk(app, careFile)
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), command(page, 'Import a table')])
    await chooser.setFiles([table])
    await page.getByText('Row 4').waitFor()
    await page.getByRole('radio', { name: 'There is none' }).first().check({ force: true })
    await page.getByRole('button', { name: /^Import \d/ }).dblclick()
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
    await saved(page)
    const after = mapOnDisk(app, careFile)
    expect(after.nodes.length - before.nodes.length).toBe(3)
    const made = after.nodes.find((node) => node.name === 'Klub for børn')
    expect(made).toMatchObject({ kind: 'initiative', end: '2027-12-31' })
    // Names that the map knows are not made again.
    expect(
      after.links
        .filter((link) => link.source === made?.id)
        .map((link) => link.target)
        .toSorted(),
    ).toEqual(['d-stores', 'g-closest'])
    await page.keyboard.press('Control+z')
    await saved(page)
    expect(content(mapOnDisk(app, careFile))).toBe(content(before))
  },
}
