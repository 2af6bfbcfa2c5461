import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { DayStrip } from '@/components/ui/day-strip';

describe('the day strip', () => {
  it('says where the clock stands in one sentence', () => {
    const strip = renderToStaticMarkup(<DayStrip day={9} of={15} label="RR-2026-07" marks={{ 11: 'meeting' }} />);
    expect(strip).toContain('aria-label="RR-2026-07: day 9 of 15. day 11 meeting"');
  });

  it('says how late a clock is, in its own unit', () => {
    const strip = renderToStaticMarkup(<DayStrip day={7} of={6} unit="month" label="LCSPR-2025-04" />);
    expect(strip).toContain('LCSPR-2025-04: month 7 of 6, 1 month late');
  });

  it('has no cell for today once the clock was stopped', () => {
    const strip = renderToStaticMarkup(<DayStrip day={14} of={15} finished label="RR-2026-01" />);
    expect(strip).toContain('finished on day 14 of 15');
    expect(strip).not.toContain('today');
  });

  it('never draws more late days than the clock has days, and still says the number', () => {
    const strip = renderToStaticMarkup(<DayStrip day={400} of={15} label="RR-2025-01" />);
    expect(strip.match(/<i /g)).toHaveLength(30);
    expect(strip).toContain('>400</i>');
  });

  it('goes on to the day an end was moved to, and marks the last day of the rule', () => {
    const strip = renderToStaticMarkup(<DayStrip day={16} of={15} end={19} label="RR-2026-01" />);
    expect(strip).toContain('RR-2026-01: day 16 of 15, moved to end on day 19"');
    expect(strip.match(/<i /g)).toHaveLength(19);
    expect(strip).toContain('<i class="past ruled">15</i>');
    expect(strip).not.toContain('late');
    expect(renderToStaticMarkup(<DayStrip day={21} of={15} end={19} label="RR-2026-01" />)).toContain('moved to end on day 19, 2 days late');
    const far = renderToStaticMarkup(<DayStrip day={12} of={15} end={90} label="RR-2026-01" />);
    expect(far.match(/<i /g)).toHaveLength(30);
    expect(far).toContain('<i class="left">90</i>');
  });

  it('keeps the days of the rule where its end was moved forward', () => {
    const strip = renderToStaticMarkup(<DayStrip day={3} of={15} end={10} label="RR-2026-01" />);
    expect(strip.match(/<i /g)).toHaveLength(15);
    expect(strip).not.toContain('late');
  });
});
