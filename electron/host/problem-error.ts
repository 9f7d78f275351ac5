import type { Problem } from '../../shared/lib/problem.ts'

/**
 * Carries a Problem through code that can only throw: lowdb's adapters and the start of the server.
 * Whoever calls those catches it and answers with the Problem; it never crosses to the page.
 */
export class ProblemError extends Error {
  readonly problem: Problem

  constructor(problem: Problem) {
    super(problem.code)
    this.name = 'ProblemError'
    this.problem = problem
  }
}
