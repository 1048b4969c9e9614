import { asRecord, textField } from '../kernel/json-fields.js';
import type { SandboxReply, SandboxRequest } from '../kernel/provider-server.js';
import type { WorldCategory } from '../world/world.js';
import { failure } from './replies.js';
import { nextId, type ShopState } from './state.js';

/** Answers GET /v1/categories: a list, or with `category_id` the one object that the document shows. */
export function readCategories({ query }: SandboxRequest, { categories }: ShopState): SandboxReply {
  const id = query.get('category_id');
  if (id === null || id === '') {
    return { status: 200, body: { results: categories.map((category) => categoryWire(category, categories)) } };
  }
  const found = categories.find((category) => category.id === id);
  if (found === undefined) return failure(404, 'Category not found');
  return { status: 200, body: { results: categoryWire(found, categories) } };
}

/** Answers POST /v1/categories: ids are text here and numbers on reads (seed 001). */
export function createCategory(request: SandboxRequest, state: ShopState): SandboxReply {
  const item = asRecord(request.json());
  const name = textField(item, 'name');
  if (name === null) return failure(400, 'A category needs a name');
  const parentId = textField(item, 'parent_id');
  if (parentId !== null && state.categories.every(({ id }) => id !== parentId)) return failure(404, 'Parent not found');
  const category = { id: nextId(state.categories.map(({ id }) => id)), name, parentId, slug: slugOf(name) };
  state.categories.push(category);
  state.applied.count('createCategory');
  return { status: 201, body: { category_id: category.id, name, uri: category.slug, parent_id: parentId } };
}

function categoryWire(category: WorldCategory, all: WorldCategory[]): Record<string, unknown> {
  const trail = trailOf(category, all);
  return {
    category_id: Number(category.id),
    uri: category.slug,
    url: `/${trail.map(({ slug }) => slug).join('/')}`,
    name: category.name,
    name_path: trail.map(({ name }) => name).join(' > '),
    description1: null,
    description2: null,
    parent_id: category.parentId === null ? null : Number(category.parentId),
  };
}

function trailOf(category: WorldCategory, all: WorldCategory[]): WorldCategory[] {
  const parent = all.find(({ id }) => id === category.parentId);
  return parent === undefined ? [category] : [...trailOf(parent, all), category];
}

function slugOf(name: string): string {
  const plain = name.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
  return plain.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '');
}
