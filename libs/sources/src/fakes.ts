export { FacebookFake } from './facebook/facebook.fake.js';
export type { FacebookFakeOptions, NewComment, NewPost } from './facebook/facebook.fake.js';
export type { SimFault } from './sim-server.js';
