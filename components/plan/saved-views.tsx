import { randomUUID } from 'node:crypto';
import { Card } from '@/components/ui/card';
import { Empty } from '@/components/ui/empty';
import { TextField } from '@/components/ui/field';
import { Form } from '@/components/ui/form';
import { Table } from '@/components/ui/table';
import type { SavedView } from '@/lib/plan/views/queries';
import { submitRemoveView, submitSaveView } from '@/lib/plan/views/server-actions';

/** What one comes with, to be kept by a name; and what one keeps already. */
export function SavedViews({ views, asked, words }: { views: SavedView[]; asked: string; words: string[] }) {
  return (
    <>
      {asked !== '' && (
        <Card title="Save this view">
          <p>{words.length > 0 ? words.join(' · ') : 'The whole plan, in this order'}</p>
          <Form action={submitSaveView} formKey={randomUUID()} title="Your views of the plan" submitLabel="Save this view" hidden={{ query: asked }} cancel={{ href: `/plan${asked}` }} id="save">
            <TextField name="name" label="What do you call it?" hint="Such as “Red, ours”. A name that you use already is given to this view" />
          </Form>
        </Card>
      )}
      <Card title="Saved views">
        {views.length === 0
          ? <Empty title="You have not saved a view yet" action={{ href: '/plan', label: 'Go to the plan' }}><p>Choose what you want to see of the plan, then “Save this view”.</p></Empty>
          : (
            <Table
              caption={`${views.length} ${views.length === 1 ? 'view' : 'views'}, by name`}
              columns={[{ header: 'View' }, { header: 'Remove', headerHidden: true }]}
              rows={views.map((view) => ({ key: view.id, cells: [<a key="view" href={view.href}>{view.name}</a>, <Remove key="remove" view={view} />] }))}
            />
          )}
      </Card>
    </>
  );
}

function Remove({ view }: { view: SavedView }) {
  return <Form action={submitRemoveView} formKey={randomUUID()} title="Your views of the plan" submitLabel={`Remove “${view.name}”`} hidden={{ view: view.id }} id={view.id.slice(0, 8)}>{null}</Form>;
}
