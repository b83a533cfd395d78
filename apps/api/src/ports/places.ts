import type { Actor } from '@heard/core';
import type { Brand, BrandChange, Location, LocationChange, NewLocation } from '@heard/places';

/** Brands and locations. */
export interface PlacesPart {
  brands(workspaceId: string): Promise<readonly Brand[]>;
  addBrand(workspaceId: string, name: string, by: Actor): Promise<Brand>;
  changeBrand(workspaceId: string, brandId: string, change: BrandChange, by: Actor): Promise<Brand>;
  locations(workspaceId: string): Promise<readonly Location[]>;
  addLocation(workspaceId: string, asked: NewLocation, by: Actor): Promise<Location>;
  changeLocation(
    workspaceId: string,
    locationId: string,
    change: LocationChange,
    by: Actor,
  ): Promise<Location>;
}
