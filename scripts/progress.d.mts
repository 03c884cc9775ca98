/** Says what a step is doing at the moment, such as `page 3 of 12`. */
export type Note = (text: string) => void;

export interface Progress {
  step<Value>(title: string, work: (note: Note) => Promise<Value>): Promise<Value>;
}

export function createProgress(stream?: NodeJS.WriteStream): Progress;

export function formatDuration(milliseconds: number): string;
