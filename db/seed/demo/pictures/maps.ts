import { places } from './coast.ts';
import { circle, line, type Point, rectangle } from './drawing.ts';
import { lettering } from './lettering.ts';
import { areaName, mapFrame, route, town } from './map-frame.ts';
import { palette } from './palette.ts';
import { map, type PictureSource } from './picture-source.ts';
import { drawTramMap } from './tram-map.ts';

const offing: Point[] = [
  [60.4, 66.1],
  [64, 65],
];

/** Every map of the demonstration. */
export const maps = {
  'tidal-gate': map(
    'Map of the mouth of the river Kel: the tidal gate stands across the entrance, seaward of Old Quay and the Ropewalk, and the low ground behind it is hatched.',
    'The gate closes the river seaward of Old Quay. The hatched ground would have flooded without it.',
    () =>
      mapFrame('The gate at the mouth of the Kel', { centre: [57.6, 65.4], scale: 100 }, 2, (project) => [
        hatched(project([52.2, 65.1]), project([58.6, 67.3])),
        areaName('Outer harbour', project([62.6, 66.5]), 40),
        areaName('River Kel', project([51.2, 66.3]), 40),
        line(project([59.15, 65.45]), project([59.15, 66.65]), {
          stroke: palette.brick,
          'stroke-width': 20,
          'stroke-linecap': 'round',
        }),
        lettering('Tidal gate', project([59.0, 64.9]), {
          face: 'strong',
          size: 46,
          fill: palette.brick,
          anchor: 'middle',
          halo: palette.sand,
        }),
        town('Old Quay', project([57.6, 65.35]), 'left'),
        town('The Ropewalk', project([56.4, 67.0]), 'left'),
        town('Saltgate', project([53.9, 64.4]), 'left'),
        town('Lantern Hill', project([55.9, 63.2]), 'left'),
      ]),
  ),
  'orrin-ferries': map(
    'Map of the ferry routes from Kelmouth and Brantwick to Orrin Haven on Great Orrin, and on to Little Orrin.',
    'The three routes whose fares are frozen. The crossing from Kelmouth takes 2 hours 10 minutes.',
    () =>
      mapFrame('Ferries to the Orrin Isles', { centre: [104, 50], scale: 11 }, 10, (project) => [
        areaName('Merrow Strait', project([96, 80]), 46),
        route([...offing, [94, 58], places.orrinHaven].map((point) => project(point as Point))),
        route(([[69.6, 21.5], [86, 28], places.orrinHaven] as Point[]).map(project)),
        route(([places.orrinHaven, [122, 79], [140.6, 83]] as Point[]).map(project)),
        town('Kelmouth', project(places.kelmouth)),
        town('Brantwick', project(places.brantwick)),
        town('Orrin Haven', project(places.orrinHaven), 'right'),
        areaName('Great Orrin', project([130.5, 53]), 52, palette.ink),
        areaName('Little Orrin', project([146, 75.5]), 52, palette.ink),
      ]),
  ),
  'merrow-strait': map(
    'Map of the Merrow Strait between Aldermark in the west and Vessia in the east, with two shipping lanes running north to south past the Orrin Isles.',
    'Ships in both lanes will now take one pilot for the whole strait.',
    () =>
      mapFrame('The strait and its two lanes', { centre: [128, 72], scale: 7.6 }, 40, (project) => [
        route(
          (
            [
              [164, -12],
              [172, 60],
              [166, 100],
              [156, 152],
            ] as Point[]
          ).map(project),
        ),
        route(
          (
            [
              [104, -12],
              [104, 50],
              [102, 96],
              [116, 152],
            ] as Point[]
          ).map(project),
        ),
        areaName('Merrow Strait', project([136, 112]), 52),
        areaName('Aldermark', project([44, 50]), 52, palette.ink),
        areaName('Vessia', project([218, 104]), 52, palette.ink),
        areaName('Orrin Isles', project([138, 42]), 52, palette.ink),
        town('Kelmouth', project(places.kelmouth)),
        town('Sarvanne', project(places.sarvanne), 'right'),
      ]),
  ),
  'gig-race': map(
    'Map of the gig race: from Old Quay in Kelmouth past Thrennet Head to Orrin Haven on Great Orrin, 75 kilometres.',
    'Seventy-five kilometres under oars: the course of the Orrin gig race.',
    () =>
      mapFrame('Old Quay to Orrin Haven', { centre: [91.5, 58], scale: 16 }, 10, (project) => [
        route(
          [...offing, [80, 56], [97, 44], [112, 50], places.orrinHaven].map((point) => project(point as Point)),
          { dashed: false, width: 8 },
        ),
        town('Kelmouth', project(places.kelmouth)),
        town('Orrin Haven', project(places.orrinHaven), 'right'),
        areaName('Thrennet Head', project([79, 42.5]), 52, palette.ink),
        areaName('the turn', project([102, 41.5]), 52, palette.brick),
        areaName('Great Orrin', project([130, 73]), 52, palette.ink),
        circle(project([97, 44]), 13, { fill: palette.paper, stroke: palette.brick, 'stroke-width': 7 }),
      ]),
  ),
  'orrin-wind-farm': map(
    'Map of the wind farm: forty-eight turbines in a slanted grid south of Great Orrin, joined to Kelmouth by a cable.',
    'Forty-eight turbines south of Great Orrin, and the cable that brings their power to Kelmouth.',
    () =>
      mapFrame('Forty-eight turbines', { centre: [92, 86], scale: 14 }, 10, (project) => [
        route(
          [...offing, [80, 78], [92, 98]].map((point) => project(point as Point)),
          { dashed: false, width: 5 },
        ),
        ...turbines().map((at) => turbine(project(at))),
        lettering('Orrin wind farm', project([106.5, 115.6]), {
          face: 'strong',
          size: 44,
          anchor: 'middle',
          fill: palette.harbour,
        }),
        areaName('cable', project([80.5, 88]), 52, palette.brick),
        town('Kelmouth', project(places.kelmouth)),
        areaName('Sandle Bay', project([56.5, 100]), 40),
        areaName('Great Orrin', project([131, 62]), 52, palette.ink),
      ]),
  ),
  'tram-lines': map(
    'Schematic map of four tram lines meeting at Harbour Square; the fourth, in red, runs from Old Quay through a tunnel to Lantern Hill.',
    'The network with its newest line, in red. Broken white marks the tunnel.',
    drawTramMap,
  ),
} satisfies Record<string, PictureSource>;

function turbines(): Point[] {
  return Array.from({ length: 48 }, (_, index) => {
    const row = Math.floor(index / 8);
    return [92 + (index % 8) * 3.6 + row * 0.9, 97 + row * 2.6];
  });
}

function turbine([x, y]: Point): string {
  const blades = [90, 210, 330].map((degrees) => {
    const angle = (degrees * Math.PI) / 180;
    return line([x, y], [x + Math.cos(angle) * 17, y - Math.sin(angle) * 17], {
      stroke: palette.harbour,
      'stroke-width': 4,
      'stroke-linecap': 'round',
    });
  });
  return blades.join('') + circle([x, y], 4.5, { fill: palette.brick });
}

function hatched([left, top]: Point, [right, bottom]: Point): string {
  const strokes: string[] = [];
  const height = bottom - top;
  for (let x = left - height; x < right; x += 22) {
    const from = Math.max(x, left);
    const to = Math.min(x + height, right);
    strokes.push(
      line([from, bottom - (from - x)], [to, bottom - (to - x)], {
        stroke: palette.ochre,
        'stroke-width': 5,
        'stroke-opacity': 0.55,
      }),
    );
  }
  return strokes.join('') + rectangle(left, top, right - left, height, { fill: palette.ochre, 'fill-opacity': 0.12 });
}
