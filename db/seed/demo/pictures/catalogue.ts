import { natureCharts } from './charts-of-nature.ts';
import { cityCharts } from './charts-of-the-city.ts';
import { tradeCharts } from './charts-of-trade.ts';
import { landLandscapes } from './landscapes-of-land.ts';
import { waterLandscapes } from './landscapes-of-water.ts';
import { maps } from './maps.ts';
import { foodPatterns } from './patterns-of-food.ts';
import { geometryPatterns } from './patterns-of-geometry.ts';
import { paperPatterns } from './patterns-of-paper.ts';
import { sportPatterns } from './patterns-of-sport.ts';
import type { PictureSource } from './picture-source.ts';

/** Every picture of the demonstration by its name. */
export const pictureCatalogue: ReadonlyMap<string, PictureSource> = new Map(
  Object.entries({
    ...cityCharts,
    ...tradeCharts,
    ...natureCharts,
    ...maps,
    ...waterLandscapes,
    ...landLandscapes,
    ...paperPatterns,
    ...foodPatterns,
    ...sportPatterns,
    ...geometryPatterns,
  }),
);
