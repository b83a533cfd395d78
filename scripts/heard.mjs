import { enter } from './enter.mjs';

// Standard output belongs to the command alone; the build speaks on stderr.
await enter('apps/desk/src/heard.js');
