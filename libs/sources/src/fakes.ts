export { FacebookFake } from './facebook/facebook.fake.js';
export type { FacebookFakeOptions, NewComment, NewPost } from './facebook/facebook.fake.js';
export { GoogleFake } from './google/google.fake.js';
export type { GoogleFakeOptions, GoogleWorld, NewReview } from './google/google.fake.js';
export { InstagramFake } from './instagram/instagram.fake.js';
export type { InstagramFakeOptions } from './instagram/instagram.fake.js';
export type { NewMedia, NewRemark } from './instagram/instagram.world.js';
export type { SimFault } from './sim-server.js';
