import { systemActor } from '#features/user/actor.ts';

/** Whoever runs the command line runs the site; the audit log names it so. */
export const actor = systemActor('command line');
