import { Controller, Get, Inject, Patch, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Brand, Location } from '@heard/places';
import { By, type Caller } from '../auth/caller.js';
import { Needs } from '../auth/needs.js';
import { AddBrandDto, AddLocationDto, ChangeBrandDto, ChangeLocationDto } from '../dto/place.dto.js';
import { Id } from '../http/id.js';
import { BodyOf } from '../http/validation.js';
import { Operation } from '../operation.js';
import { API_PARTS, type ApiParts } from '../ports/index.js';
import { BrandPage, BrandView, LocationPage, LocationView } from '../views/place.view.js';

/** Brands and locations: what is complained about. */
@ApiTags('places')
@Controller('api/v1')
export class PlacesController {
  constructor(@Inject(API_PARTS) private readonly parts: ApiParts) {}

  @Get('brands')
  @Needs('sources:read', 'viewer')
  @Operation({ id: 'listBrands', summary: 'Brands, also retired ones', answers: BrandPage })
  async brands(@By() caller: Caller): Promise<{ items: readonly Brand[] }> {
    return { items: await this.parts.places.brands(caller.workspaceId) };
  }

  @Post('brands')
  @Needs('sources:write', 'director')
  @Operation({ id: 'addBrand', summary: 'Add a brand', status: 201, answers: BrandView })
  addBrand(@By() caller: Caller, @BodyOf(AddBrandDto) asked: AddBrandDto): Promise<Brand> {
    return this.parts.places.addBrand(caller.workspaceId, asked.name, caller.actor);
  }

  @Patch('brands/:id')
  @Needs('sources:write', 'director')
  @Operation({ id: 'changeBrand', summary: 'Rename, retire or bring back a brand', answers: BrandView })
  changeBrand(
    @By() caller: Caller,
    @Id() id: string,
    @BodyOf(ChangeBrandDto) asked: ChangeBrandDto,
  ): Promise<Brand> {
    return this.parts.places.changeBrand(caller.workspaceId, id, asked, caller.actor);
  }

  @Get('locations')
  @Needs('sources:read', 'viewer')
  @Operation({ id: 'listLocations', summary: 'Locations, also retired ones', answers: LocationPage })
  async locations(@By() caller: Caller): Promise<{ items: readonly Location[] }> {
    return { items: await this.parts.places.locations(caller.workspaceId) };
  }

  @Post('locations')
  @Needs('sources:write', 'director')
  @Operation({ id: 'addLocation', summary: 'Add a location', status: 201, answers: LocationView })
  addLocation(@By() caller: Caller, @BodyOf(AddLocationDto) asked: AddLocationDto): Promise<Location> {
    return this.parts.places.addLocation(caller.workspaceId, asked, caller.actor);
  }

  @Patch('locations/:id')
  @Needs('sources:write', 'director')
  @Operation({
    id: 'changeLocation',
    summary: 'Rename, retire or bring back a location, or change its other names',
    answers: LocationView,
  })
  changeLocation(
    @By() caller: Caller,
    @Id() id: string,
    @BodyOf(ChangeLocationDto) asked: ChangeLocationDto,
  ): Promise<Location> {
    return this.parts.places.changeLocation(caller.workspaceId, id, asked, caller.actor);
  }
}
