import { Tag, type Tone } from '@/components/ui/tag';
import { stateLabels } from '@/lib/recommendations/labels';
import type { State } from '@/lib/recommendations/rules';

const tones: Record<State, Tone> = { draft: 'amber', accepted: 'green', partly: 'green', not_accepted: 'grey', not_stated: 'grey' };

export function AcceptanceTag({ state }: { state: State }) {
  return <Tag tone={tones[state]}>{stateLabels[state]}</Tag>;
}
