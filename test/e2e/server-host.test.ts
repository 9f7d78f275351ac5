import { afterAll, afterEach, describe, expect, it } from 'vitest'
import * as mainJob from './scenarios/main-job.ts'
import { federalPortfolio, haveRealFiles, healthPortfolio } from './scenarios/real-files.ts'
import type { Scenario } from './scenarios/scenario.ts'
import { closeBrowser, type RunningApp, startApp } from './start-app.ts'

const scenarios: readonly Scenario[] = [...Object.values(mainJob), healthPortfolio, federalPortfolio]
let app: RunningApp | null = null

afterEach(async () => {
  await app?.close()
  app = null
})
afterAll(closeBrowser)

describe('the application on the server host', () => {
  for (const scenario of scenarios) {
    if (scenario.realFiles && !haveRealFiles) {
      console.log(`skipped, ../shared/data is not here: ${scenario.title}`)
      continue
    }
    const { title } = scenario
    it(title, async () => {
      app = await startApp()
      await scenario.run(app)
      expect(app.complaints).toEqual([])
    })
  }
})
