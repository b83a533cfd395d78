import { enter } from './enter.mjs';

await enter('apps/desk/src/train/main.js');
