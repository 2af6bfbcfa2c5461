import { Tag, type Tone } from '@/components/ui/tag';
import { stageLabels } from '@/lib/reviews/labels';
import type { Stage } from '@/lib/reviews/rules';

const tones: Record<Stage, Tone> = { notified: 'amber', gathering: 'amber', deciding: 'amber', decided: 'green', sent: 'green', under_way: 'grey', undertaken: 'grey', completed: 'green', published: 'blue', withdrawn: 'grey', not_stated: 'grey' };

export function StageTag({ stage }: { stage: Stage }) {
  return <Tag tone={tones[stage]}>{stageLabels[stage]}</Tag>;
}
