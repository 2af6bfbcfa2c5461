import { Card } from '@/components/ui/card';
import { Details } from '@/components/ui/details';
import type { Note } from '@/lib/recommendations/rules';

/** What to think about before it is accepted. Advice: it stops nothing. */
export function SecondLook({ notes }: { notes: Note[] }) {
  if (notes.length === 0) return null;
  return (
    <Card title="Worth a second look">
      <ul>
        {notes.map((note) => <li key={note.message}>{note.href ? <a href={note.href}>{note.message}</a> : note.message}</li>)}
      </ul>
      <p className="small soft">Advice only: nothing here stops it.</p>
    </Card>
  );
}

export function GoodRecommendation() {
  return (
    <Card title="What makes it work">
      <p>It says what is required, of whom and by when, and what will be different for children. Few are carried out better than many.</p>
      <Details summary="What goes wrong">
        <p>Reminding, raising awareness and training can all be done without anything changing for a child. What holds is a tool, supervision, a changed pathway, an audit that shows whether it is used.</p>
        <p>“Save and come back” keeps what you have typed. Opened again, this page says what in it is worth a second look.</p>
      </Details>
    </Card>
  );
}
