export { type About, type AboutOf, findPlaces } from './find-places.js';
export {
  type Brand,
  type BrandChange,
  type Location,
  type LocationChange,
  type LocationKind,
  locationKinds,
  type NewLocation,
} from './place.js';
export { placeAsked, Places, refuseUnknownPlaces } from './places.js';
