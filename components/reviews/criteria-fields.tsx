import { RadiosField, TextArea } from '@/components/ui/field';
import { because, criterionGroups, criterionLabels, yesNoUnclearOptions } from '@/lib/reviews/labels';

export function CriteriaFields() {
  return criterionGroups.map((group) => (
    <section key={group.title}>
      <h2>{group.title}</h2>
      {group.criteria.map((criterion) => (
        <div key={criterion} className="pair">
          <RadiosField name={`answer-${criterion}`} label={criterionLabels[criterion]} options={yesNoUnclearOptions} inline />
          <TextArea name={`reason-${criterion}`} label={<>{because}<span className="sr-only">: {criterionLabels[criterion]}</span></>} rows={2} />
        </div>
      ))}
    </section>
  ));
}
