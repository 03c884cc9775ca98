import { speak } from '#lib/messages.ts';
import { deskEn } from '#messages/desk-en.ts';

/** Says a message of the desk. Safe to import in the browser. */
export const say = speak(deskEn, 'en');
