import { Plus } from 'lucide-react'
import { Button as AriaButton } from 'react-aria-components'
import type { Finding, Proposal } from '../../shared/analysis/assessment.ts'
import { acceptProposal } from '../commands/link-commands.ts'
import { focusFinding } from '../store/session-actions.ts'
import { useApp, useMessages } from '../store/store.ts'
import { classNames } from '../ui/class-names.ts'
import { Section } from '../ui/section.tsx'
import styles from './inspector.module.css'
import { SeverityMark } from './severity-mark.tsx'
import { useAssessment, useMap } from './use-map.ts'

/** What stands against a node, each with the links that would help. */
export function NodeFindings({ id }: { readonly id: string }) {
  const m = useMessages()
  const findings = useAssessment()?.findingsOf(id) ?? []
  if (findings.length === 0) return null
  return (
    <Section title={m.app.inspector.findings} aside={findings.length}>
      {findings.map((finding) => (
        <One key={finding.rule} finding={finding} />
      ))}
    </Section>
  )
}

function One({ finding }: { readonly finding: Finding }) {
  const m = useMessages()
  const name = useMap()?.index.node(finding.subject)?.name ?? ''
  const focused = useApp(({ focus }) => focus?.rule === finding.rule && focus.subject === finding.subject)
  const { rule, subject, proposals } = finding
  return (
    <div className={styles['finding']}>
      <AriaButton
        className={classNames(styles['findingHead'])}
        aria-pressed={focused}
        onPress={() => focusFinding(focused ? null : { rule, subject })}
      >
        <SeverityMark severity={finding.severity} />
        <span>{m.ruleWhy(rule, name)}</span>
      </AriaButton>
      {proposals.map((proposal) => (
        <Offer key={`${proposal.kind} ${proposal.source} ${proposal.target}`} proposal={proposal} subject={subject} />
      ))}
    </div>
  )
}

/** A link that is missing: drawn dotted, Enter adds it. */
function Offer({ proposal, subject }: { readonly proposal: Proposal; readonly subject: string }) {
  const m = useMessages()
  const open = useMap()
  const nameOf = (id: string) => open?.index.node(id)?.name ?? id
  const out = proposal.source === subject
  const other = nameOf(out ? proposal.target : proposal.source)
  return (
    <AriaButton className={classNames(styles['offer'])} onPress={() => acceptProposal(proposal)}>
      <Plus size={14} aria-hidden />
      <span>
        <span className={styles['offerName']}>
          {out ? m.app.inspector.addProposal(other) : m.app.inspector.addProposalFrom(other)}
        </span>
        <span className={styles['offerWhy']}>
          {proposal.reasons.map(({ reason, node }) => m.reasons[reason](nameOf(node))).join('; ')}
        </span>
      </span>
    </AriaButton>
  )
}
