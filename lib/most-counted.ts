/** How far the desk counts stories in a list: fifty lines of so many are counted before anybody sees the list. */
export const mostCounted = 100;
