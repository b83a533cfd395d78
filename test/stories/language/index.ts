export { storiesOf, story } from './story.js';
export { stepFor } from './known.js';
export { alertTo, answerTo } from './sightings.js';
export { at, between, never, onceBetween } from './when.js';
