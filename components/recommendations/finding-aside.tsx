import { ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Tag } from '@/components/ui/tag';
import { formatDate } from '@/lib/dates/calendar-date';
import { agreementLabels, agreerLabels, answerLabels } from '@/lib/recommendations/findings/labels';
import type { Connections, Finding } from '@/lib/recommendations/findings/queries';
import { agreerOf, decidedWords, placeWords, whatStopsAnswering } from '@/lib/recommendations/findings/rules';
import { inOneLine } from '@/lib/recommendations/rules';

/** Whether it is agreed, by whom and why; or who agrees it. */
export function AgreementCard({ finding, mayAgree }: { finding: Finding; mayAgree: boolean }) {
  const path = `/findings/${finding.reference}/agree`;
  const by = agreerLabels[agreerOf(finding)];
  if (finding.agreement === null) {
    return (
      <Card title="Agreement" id="agreement">
        <p>Agreed by {by}. Until then only those on the review’s list, or who agree it, read it.</p>
        {mayAgree && <p><ButtonLink href={path}>Record whether it is agreed</ButtonLink></p>}
      </Card>
    );
  }
  const decided = decidedWords(finding);
  return (
    <Card title="Agreement" id="agreement" aside={mayAgree && finding.answeredOn === null && <a href={path}>Correct it</a>}>
      <p><b>{agreementLabels[finding.agreement]}</b>{finding.recordBasis === 'worked_here' && ` by ${finding.decidedByGroup ?? by}`}{finding.decidedOn ? `, ${formatDate(finding.decidedOn)}` : ': when, the document does not state'}</p>
      {finding.agreementReason && <p className="typed">{finding.agreementReason}</p>}
      {decided && <p>{decided}</p>}
      {finding.decisionRecordedBy && <p className="small soft">Recorded by {finding.decisionRecordedBy}</p>}
    </Card>
  );
}

/** What became of a gap. */
export function AnswerCard({ finding, mayAnswer }: { finding: Finding; mayAnswer: boolean }) {
  if (whatStopsAnswering(finding).length > 0) return null;
  return (
    <Card title="What became of it" id="answer" aside={mayAnswer && <a href={`/findings/${finding.reference}/follow`}>{finding.answer ? 'Change it' : 'Record it'}</a>}>
      <p><b>{finding.state === 'not_stated' ? 'The document does not state it' : answerLabels[finding.answer ?? 'open']}</b>{finding.answer && finding.answeredOn && `, ${formatDate(finding.answeredOn)}`}{finding.answeredBy && finding.answer && `, recorded by ${finding.answeredBy}`}</p>
      {finding.answerReason && <p className="typed">{finding.answerReason}</p>}
      {finding.state === 'open' && <p className="soft">It stays open until it is addressed, or accepted without action for a reason.</p>}
    </Card>
  );
}

/** Its themes, and the same found before or since. */
export function ConnectionsCard({ finding, connections, connectHref }: { finding: Finding; connections: Connections; connectHref: string | null }) {
  const { chain } = connections;
  return (
    <Card title="Themes and repeats" id="connections" aside={connectHref && <a href={connectHref}>Change them</a>}>
      <p>{finding.themes.length > 0 ? finding.themes.map((theme) => <span key={theme.id}><a href={`/findings?theme=${theme.id}`}>{theme.name}</a><br /></span>) : <span className="soft">No theme yet.</span>}</p>
      {chain.length === 0 && <p className="soft">Not found before, as far as is recorded and you may see.</p>}
      {finding.place && chain.length > 0 && (
        <>
          <p><Tag tone={finding.kind === 'gap' ? 'red' : 'green'}>{placeWords(finding.place)}</Tag></p>
          <ul>{chain.map((other) => <li key={other.reference}><a href={`/findings/${other.reference}`}>{other.reference}</a> {inOneLine(other.text)} <span className="soft">{other.sourceWords}{other.year && `, ${other.year}`}</span></li>)}</ul>
        </>
      )}
    </Card>
  );
}
