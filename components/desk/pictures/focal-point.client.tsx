'use client';
import { type KeyboardEvent, type PointerEvent, useState } from 'react';
import { Picture } from '#components/ui/picture.tsx';
import type { Picture as PictureData, FocalPoint as Point } from '#features/media/dto.ts';
import { say } from '#lib/desk-words.ts';

interface FocalPointProps {
  readonly picture: PictureData;
  /** As fractions of width and height. */
  readonly start: Point;
}

/**
 * Where the focal point is set: by pressing on the picture, by arrow keys on the mark, or by two sliders, which are also
 * what the form around it sends (`focusX` and `focusY`, in hundredths). Two crops show what comes of it.
 */
export function FocalPoint({ picture, start }: FocalPointProps) {
  const [point, setPoint] = useState({ x: Math.round(start.x * 100), y: Math.round(start.y * 100) });
  const move = (x: number, y: number) => setPoint({ x: within(x), y: within(y) });
  const press = (event: PointerEvent<HTMLElement>) => {
    if (event.type === 'pointermove' && event.buttons !== 1) return;
    const { left, top, width, height } = event.currentTarget.getBoundingClientRect();
    move(((event.clientX - left) / width) * 100, ((event.clientY - top) / height) * 100);
  };
  const byKey = (event: KeyboardEvent) => {
    const step = steps[event.key];
    if (!step) return;
    event.preventDefault();
    const size = event.shiftKey ? 10 : 1;
    move(point.x + step.x * size, point.y + step.y * size);
  };
  return (
    <fieldset className="focal">
      <legend className="field-label">{say('media.focus')}</legend>
      <p className="field-hint">{say('media.focus.hint')}</p>
      <div className="focal-picture" onPointerDown={press} onPointerMove={press}>
        <Picture picture={picture} sizes="(min-width: 68rem) 45rem, 100vw" className="h-auto w-full" />
        <button
          type="button"
          className="focal-mark"
          style={{ insetInlineStart: `${point.x}%`, insetBlockStart: `${point.y}%` }}
          aria-label={say('media.focus.mark', { x: point.x, y: point.y })}
          onKeyDown={byKey}
        />
      </div>
      <div className="focal-sliders">
        <Slider label={say('media.focus.x')} name="focusX" value={point.x} onChange={(x) => move(x, point.y)} />
        <Slider label={say('media.focus.y')} name="focusY" value={point.y} onChange={(y) => move(point.x, y)} />
      </div>
      <div className="focal-crops" aria-hidden="true">
        {(['card', 'share'] as const).map((crop) => (
          <figure key={crop}>
            <img
              src={picture.fallback}
              alt=""
              className="focal-crop"
              data-crop={crop}
              style={{ objectPosition: `${point.x}% ${point.y}%` }}
            />
            <figcaption className="field-hint">{say(`media.crop.${crop}`)}</figcaption>
          </figure>
        ))}
      </div>
    </fieldset>
  );
}

const steps: Readonly<Record<string, Point>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

const within = (value: number): number => Math.round(Math.min(100, Math.max(0, value)));

interface SliderProps {
  readonly label: string;
  readonly name: string;
  readonly value: number;
  readonly onChange: (value: number) => void;
}

function Slider({ label, name, value, onChange }: SliderProps) {
  return (
    <label className="focal-slider">
      <span className="field-label">{label}</span>
      <input
        type="range"
        name={name}
        min={0}
        max={100}
        value={value}
        aria-valuetext={say('media.focus.percent', { value })}
        onChange={(event) => onChange(Number(event.target.value))}
      />
    </label>
  );
}
