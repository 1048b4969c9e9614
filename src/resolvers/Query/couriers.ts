import type { QueryResolvers } from '../../generated/resolvers-types.js';
import { badInput, readText } from '../arguments.js';

const maxCountries = 50;

export const couriers: QueryResolvers['couriers'] = async (_, { countries }, { datasources }) => {
  if ((countries?.length ?? 0) > maxCountries) throw badInput('countries', `must have at most ${maxCountries} entries`);
  const regions = (countries ?? []).map((country, index) => readText(`countries.${index}`, country).toLowerCase());
  const bad = regions.findIndex((region) => !/^[a-z]{2,10}$/.test(region));
  if (bad >= 0) throw badInput(`countries.${bad}`, 'must be a country or region such as "it" or "global"');
  return [...(await datasources.qapla.couriers(regions))];
};
