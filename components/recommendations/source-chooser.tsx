import { Empty } from '@/components/ui/empty';
import { FilterBar } from '@/components/ui/filter-bar';
import { SelectInput } from '@/components/ui/static-field';
import type { SourceToWriteOn } from '@/lib/recommendations/queries';
import { sourceKindLabels } from '@/lib/reviews/labels';

type Props = { /** The page that goes on with the one chosen. */ action: string; sources: Pick<SourceToWriteOn, 'reference' | 'title' | 'kind'>[] };

/** A recommendation or a finding comes from somewhere: which source it is, chosen first. */
export function SourceChooser({ action, sources }: Props) {
  if (sources.length === 0) {
    return (
      <Empty title="Nothing to write on" action={{ href: '/reviews', label: 'Open the reviews' }}>
        <p>You are on no review’s list. Ask the business unit for a place on one.</p>
      </Empty>
    );
  }
  return (
    <FilterBar action={action} label="Choose what it comes from" submitLabel="Go on">
      <SelectInput name="source" label="What does it come from?" any="Choose a review, an audit or a line of enquiry" options={sources.map((source) => ({ value: source.reference, label: `${source.title} (${source.reference})`, group: sourceKindLabels[source.kind] }))} />
    </FilterBar>
  );
}
