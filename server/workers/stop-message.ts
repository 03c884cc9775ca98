/** What the first of several processes tells the others when they are to end: their answers first, then themselves. */
export const stopMessage = 'stop';
