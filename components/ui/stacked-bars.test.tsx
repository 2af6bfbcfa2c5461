import type { ComponentProps } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { StackedBars } from '@/components/ui/stacked-bars';

const draw = (rows: ComponentProps<typeof StackedBars>['rows']) =>
  renderToStaticMarkup(<StackedBars title="The plan by agency" of="Agency" tones={[['red', 'Red'], ['green', 'Green'], ['blue', 'Closed']]} rows={rows} />);

const ends = (markup: string) => [...markup.matchAll(/<svg x="([\d.]+)%" width="([\d.]+)%"/g)].map(([, from, width]) => Number(from) + Number(width));

describe('stacked bars', () => {
  it('name every row with its counts in words', () => {
    expect(draw([{ label: 'Police', segments: [{ tone: 'red', count: 2 }, { tone: 'blue', count: 1 }] }])).toContain('Police: 2 red, 1 closed');
  });

  it('leave out what is nought, and say "none" of an empty row', () => {
    expect(draw([{ label: 'Police', segments: [{ tone: 'red', count: 0 }] }])).toContain('Police: none');
  });

  it('never run over the end, however uneven the counts', () => {
    const drawn = draw([{ label: 'Police', segments: [{ tone: 'red', count: 1 }, { tone: 'green', count: 997 }, { tone: 'blue', count: 1 }] }]);
    expect(Math.max(...ends(drawn))).toBeLessThanOrEqual(100.0001);
  });

  it('carry the table behind them', () => {
    expect(draw([{ label: 'Police', segments: [{ tone: 'red', count: 2 }] }])).toMatch(/<details.*<table/s);
  });
});
