/**
 * The sets of themes that findings are sorted by, each with its edition and where it comes from. A name nobody here has read in its source
 * is to be checked.
 */
export type ThemeSet = { key: string; name: string; edition: string; source: string; page?: string; example?: true; themes: (string | { /** Where another set has one of the same name. */ key?: string; name: string; toCheck?: true; description?: string })[] };

const toCheck = (name: string) => ({ name, toCheck: true as const });
const report = 'Annual report 2020-21';

export const themeSets: ThemeSet[] = [
  {
    key: 'child-m', name: 'HSSCP: Child M', edition: '2020-21', source: report, page: 'Local Child Safeguarding Practice Review - Child M',
    themes: [
      'Communication, information sharing and joint working',
      { name: 'Assessments', description: 'The report prints “Involvement assessments”.' },
      'Evidence-based decision making',
      { name: 'Fixed thinking and safeguarding supervision', description: 'The report prints “Fixed thinking and breaking / undertaking Safeguarding Supervision”.' },
      'Making change happen', 'Father-inclusive practice', 'Self-reported information',
      { name: 'Adaptive, evidence-based decisions', description: 'Under “Adaptive and Responsive Thinking - Evidence-Based Decision-Making”.' },
      'Multi-agency reflection',
    ],
  },
  {
    key: 'hsscp', name: 'HSSCP: other learning', edition: '2020-21', source: report,
    themes: [
      'Neglect', 'Step-down', 'Concealed pregnancy', 'Hard-to-engage families', 'Recording parental self-report', 'Fabricated or induced illness', 'Think Family', 'Children placed at a distance', 'Missing', 'Contextual safeguarding',
      'Domestic abuse', 'Adverse childhood experiences', 'Returning home', 'Complex case discussion',
    ],
  },
  { key: 'panel-2018', name: 'National Panel 2018-19', edition: '2018-19', source: 'National Panel, annual report 2018-19', themes: ['Weak risk assessment', 'Poor decision making', 'Information sharing'] },
  {
    key: 'panel-2020', name: 'National Panel 2020: six key practice themes', edition: '2020', source: 'National Panel, annual report 2020',
    themes: [
      'Child’s daily life', 'Reluctant or sporadic engagement', 'Critical thinking and challenge', 'Responding to changing risk and need', 'Timely information sharing', 'Organisational leadership and culture',
    ].map(toCheck),
  },
  {
    key: 'panel-2022', name: 'National Panel 2022-23', edition: '2022-23', source: 'National Panel, annual report 2022 to 2023',
    themes: [
      'Whole family approach',
      ...['Critical thinking and challenge through leadership and culture', 'Race, ethnicity, culture and lived experience', 'Vulnerability of babies', 'Domestic abuse across services', 'Risks outside the family'].map(toCheck),
    ],
  },
  {
    key: 'panel-2023', name: 'National Panel 2023-24: spotlights', edition: '2023-24', source: 'National Panel, annual report 2023 to 2024',
    themes: ['Children with mental health needs', 'Pre-school children with parents with mental health needs', 'Extrafamilial harm'],
  },
  {
    key: 'panel-2026', name: 'National Panel: topics', edition: '2026', source: 'The National Panel’s topics in 2026',
    themes: ['Black, Asian and Mixed Heritage children', 'Child sexual abuse', { key: 'panel-neglect', name: 'Neglect' }, 'Vulnerable babies'],
  },
  { key: 'panel-labels', name: 'National Panel: labels to look at twice', edition: '2020', source: 'The National Panel’s chair, 2020', themes: ['“Disguised compliance”', '“Professional curiosity”'] },
  {
    key: 'example', name: 'EXAMPLE: our own', edition: '2024-25', source: 'Invented for demonstration', example: true,
    themes: ['The father or partner in the home', 'What a parent said, passed on as fact', 'Step-down and handover', 'Handover between areas', 'Neglect and drift', 'Planning before birth', 'Where medicines are kept', 'What a child says reaches their day', 'Seeing the child alone'],
  },
];

/** What became of the invented set's themes: on a day counted from the day of loading. */
export const exampleThemeChanges: { theme: string; into: string; day: number; reason: string }[] = [
  { theme: 'Handover between areas', into: 'Step-down and handover', day: -40, reason: 'The same finding was sorted under both.' },
];
