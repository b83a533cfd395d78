import { enter } from './enter.mjs';

await enter('apps/desk/src/eval/main.js');
