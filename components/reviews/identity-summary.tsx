import { Card } from '@/components/ui/card';
import { Empty } from '@/components/ui/empty';
import { SummaryList } from '@/components/ui/summary-list';
import type { Identity } from '@/lib/reviews/queries';

/** Who the child is, to be read. */
export function IdentitySummary({ identity }: { identity: Identity | null }) {
  if (!identity) return <Empty title="No identifying details are recorded" />;
  const rows: [string, string | null][] = [['Child’s name', identity.name], ['Date of birth', identity.dateOfBirth], ['Other names', identity.otherNames], ['Address', identity.address], ['School or early years setting', identity.school], ['Family and household', identity.family]];
  return <Card><SummaryList rows={rows.map(([key, value]) => ({ key, value: <span className="typed">{value ?? 'Not recorded'}</span> }))} /></Card>;
}
