import { createContext, useContext } from 'react';
import type { Picture } from '#features/media/dto.ts';

/** The pictures that the story names, by id, as far as they are known here. */
export const Pictures = createContext<ReadonlyMap<string, Picture>>(new Map());

/** A picture of the story; undefined while it is not ready to be shown. */
export const usePicture = (assetId: string): Picture | undefined => useContext(Pictures).get(assetId);
