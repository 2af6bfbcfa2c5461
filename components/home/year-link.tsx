import { Card } from '@/components/ui/card';

export function YearLink({ shortName }: { shortName: string }) {
  return (
    <Card title="The year as reported">
      <p className="small">What {shortName} said of 2020-21, each number counted from the records.</p>
      <p><a href="/assurance/years/2020-21">The year 2020-21</a></p>
    </Card>
  );
}
