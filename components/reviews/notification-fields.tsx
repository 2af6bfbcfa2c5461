import { CheckboxesField, DateField, RadiosField, SelectField, TextArea, TextField } from '@/components/ui/field';
import type { Option } from '@/components/ui/static-field';
import { ageBandOptions, areaOptions, careStatusOptions, ethnicityOptions, genderOptions, harmTypeOptions, livingArrangementOptions, natureOptions, notificationFields as labels, settingOptions, yesNoUnclearOptions } from '@/lib/reviews/labels';

// The two are different facts, and are counted apart.
const knownOrNot = '“Not known”: asked, and nobody can say. “Not stated”: not asked or looked up yet.';

/** What a notification asks, in the order people have it before them: the incident, the dates, the child, what happened. */
export function NotificationFields({ councils }: { councils: Option[] }) {
  return (
    <>
      <h2>The incident</h2>
      <TextField name="pseudonym" label={labels.pseudonym} hint="“Child R”, or a first name nobody in the family has. Never the child’s own initial or name." width="medium" autoComplete="off" />
      <RadiosField name="nature" label={labels.nature} options={natureOptions} />
      <RadiosField name="abuseSuspected" label={labels.abuseSuspected} options={yesNoUnclearOptions} inline />
      <RadiosField name="area" label={labels.area} options={areaOptions} inline />
      <SelectField name="notifyingAgency" label={labels.notifyingAgency} hint="The council where the incident happened" options={councils} empty="Choose a council" />
      <SelectField name="setting" label={labels.setting} hint={knownOrNot} options={settingOptions} empty="Choose a setting" />
      <CheckboxesField name="harmTypes" label={labels.harmTypes} optional options={harmTypeOptions} />

      <h2>The dates</h2>
      <DateField name="incidentOn" label={labels.incidentOn} />
      <DateField name="awareOn" label={labels.awareOn} hint="Five working days to notify run from here. For example 14/3/26 or 14 Mar." />
      <DateField name="sentOn" label={labels.sentOn} optional hint="Fifteen working days for the rapid review run from here. Leave it empty until it has been sent." />
      <TextField name="nationalReference" label={labels.nationalReference} optional width="medium" autoComplete="off" spellCheck={false} />

      <h2>The child, in coded terms</h2>
      <p className="soft">No name, birth date or address: those are recorded apart, encrypted, and only people on this review’s list see them. {knownOrNot}</p>
      <SelectField name="ageBand" label={labels.ageBand} options={ageBandOptions} empty="Choose an age band" />
      <RadiosField name="gender" label={labels.gender} options={genderOptions} inline />
      <SelectField name="ethnicity" label={labels.ethnicity} options={ethnicityOptions} empty="Choose an ethnic group" />
      <RadiosField name="disability" label={labels.disability} options={yesNoUnclearOptions} inline />
      <SelectField name="livingArrangement" label={labels.livingArrangement} options={livingArrangementOptions} empty="Choose a living arrangement" />
      <SelectField name="careStatus" label={labels.careStatus} options={careStatusOptions} empty="Choose how" />

      <h2>What is known so far</h2>
      <TextArea name="outline" label={labels.outline} hint="Without names. A few sentences are enough today." rows={6} />
      <TextArea name="immediateSafety" label={labels.immediateSafety} optional rows={4} />
      <RadiosField name="mediaInterest" label={labels.mediaInterest} options={yesNoUnclearOptions} inline />
    </>
  );
}
