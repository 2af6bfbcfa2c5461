import { Card } from '@/components/ui/card';

export function YearLink({ shortName, year }: { shortName: string; year: string }) {
  return (
    <Card title="The year as reported">
      <p className="small">What {shortName} said of {year}, each number counted from the records.</p>
      <p><a href={`/assurance/years/${year}`}>The year {year}</a></p>
    </Card>
  );
}
