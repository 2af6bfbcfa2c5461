type StepsProps = {
  reached: number;
  of?: number;
  /** In words what is reached: "understood". Left out where the words stand beside it. */
  label?: string;
};

/** The level of evidence: five little squares, filled as far as checked evidence reaches, and the same in words. */
export function Steps({ reached, of = 5, label }: StepsProps) {
  return (
    <span className={reached === 0 ? 'steps steps-none' : 'steps'}>
      <svg width={of * 16 - 2} height="14" aria-hidden="true">
        {Array.from({ length: of }, (_, place) => (
          <rect key={place} x={place * 16 + 1} y="1" width="12" height="12" rx="2" className={place < reached ? 'reached' : undefined} />
        ))}
      </svg>
      <span><span className="sr-only">{`${reached} of ${of}${label ? ': ' : ''}`}</span>{label}</span>
    </span>
  );
}
