import { agencyRun } from './agency-run.ts'
import { brokenLineOfSight } from './broken-line-of-sight.ts'
import { noAccountableDepartment } from './no-accountable-department.ts'
import { noLineOfSight } from './no-line-of-sight.ts'
import type { Rule } from './rule.ts'
import { unservedGoal } from './unserved-goal.ts'

/** Every rule, in the order of the table in domain.md 5: it decides the order of findings. */
export const rules: readonly Rule[] = [
  noLineOfSight,
  brokenLineOfSight,
  noAccountableDepartment,
  agencyRun,
  unservedGoal,
]
