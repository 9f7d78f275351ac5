import { useApp, useMessages } from '../store/store.ts'
import { Section } from '../ui/section.tsx'
import { Find } from './find.tsx'
import { Findings } from './findings.tsx'
import { Health } from './health.tsx'

export function LeftPanel() {
  const m = useMessages()
  const findings = useApp((state) => state.assessment?.value.findings.length)
  return (
    <>
      <Section title={m.app.health.title}>
        <Health />
      </Section>
      <Section title={m.app.find.title}>
        <Find />
      </Section>
      <Section title={m.app.findings.title} aside={findings}>
        <Findings />
      </Section>
    </>
  )
}
