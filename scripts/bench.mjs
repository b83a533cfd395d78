import { enter } from './enter.mjs';

await enter('apps/desk/src/bench/main.js');
