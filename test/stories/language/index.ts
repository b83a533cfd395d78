export { story } from './story.js';
export { alertTo, answerTo } from './sightings.js';
export { at, between, never, onceBetween } from './when.js';
