import { Table } from '@/components/ui/table';
import { Tag, type Tone } from '@/components/ui/tag';
import { criterionGroups, criterionLabels, wordFor, yesNoUnclearLabels } from '@/lib/reviews/labels';
import type { Review } from '@/lib/reviews/queries';

const tones: Record<string, Tone> = { yes: 'blue', no: 'grey', unclear: 'amber' };

export function CriteriaTable({ criteria }: { criteria: Review['criteria'] }) {
  const rows = criterionGroups.flatMap((group) => group.criteria).map((criterion) => {
    const test = criteria.find((one) => one.criterion === criterion);
    return { key: criterion, cells: [criterionLabels[criterion], test ? <Tag key="a" tone={tones[test.answer]}>{wordFor(yesNoUnclearLabels, test.answer)}</Tag> : <span key="a" className="soft">Not tested</span>, test?.reason ?? ''] };
  });
  return <Table caption="Criteria of the guidance" captionHidden columns={[{ header: 'Criterion' }, { header: 'Met?' }, { header: 'Because' }]} rows={rows} />;
}
