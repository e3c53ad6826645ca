import type { Counts } from '../archive/model.ts';

/** What a build did and what it took; `npm run bench` reads it. Seconds are of the wall clock. */
export interface BuildReport {
  readonly counts: Counts & { readonly speakers: number };
  readonly seconds: {
    readonly read: number;
    readonly join: number;
    readonly render: number;
    /** Proving that every id and every published page answers with its own words. */
    readonly proof: number;
    readonly index: number;
    readonly total: number;
  };
  readonly files: number;
  readonly bytes: number;
}

/** What the rendering process tells the one that started it. */
export type RenderReport = Pick<BuildReport, 'counts'> & {
  readonly seconds: Pick<BuildReport['seconds'], 'read' | 'join' | 'render' | 'proof'>;
};
