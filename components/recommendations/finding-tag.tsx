import { Tag, type Tone } from '@/components/ui/tag';
import { kindLabels, stateLabels } from '@/lib/recommendations/findings/labels';
import type { Kind, State } from '@/lib/recommendations/findings/rules';

const tones: Record<State, Tone> = { draft: 'amber', not_agreed: 'grey', good_practice: 'green', open: 'amber', addressed: 'green', accepted_without_action: 'grey', not_stated: 'grey' };

/** What it is and where it stands: a gap is open until something became of it; what works well is only agreed. */
export function FindingTag({ finding }: { finding: { kind: Kind; state: State } }) {
  return <><Tag tone={finding.kind === 'gap' ? 'grey' : 'green'}>{kindLabels[finding.kind]}</Tag> <Tag tone={tones[finding.state]}>{stateLabels[finding.state]}</Tag></>;
}
