import { queryOptions } from '@tanstack/react-query';
import { api } from '../api/client.js';

/** What is complained about under a name of its own. */
export interface BrandView {
  readonly id: string;
  readonly name: string;
  readonly retired: boolean;
  readonly demo: boolean;
}

/** A branch, shop or courier depot. */
export interface LocationView extends BrandView {
  readonly kind: 'branch' | 'shop' | 'depot' | 'other';
  readonly brandId?: string;
  readonly aliases: readonly string[];
}

export const locationKinds: readonly LocationView['kind'][] = ['branch', 'shop', 'depot', 'other'];

export const brandsQuery = queryOptions({
  queryKey: ['brands'],
  queryFn: ({ signal }) => api.get<{ items: readonly BrandView[] }>('/brands', signal),
  staleTime: 60_000,
});

export const locationsQuery = queryOptions({
  queryKey: ['locations'],
  queryFn: ({ signal }) => api.get<{ items: readonly LocationView[] }>('/locations', signal),
  staleTime: 60_000,
});
