import type { EventInfo } from '../../proxy/contract.ts'
import type { Format } from '../format.ts'

/** `5 000 ₽`; nothing for what is free. */
export const priceOf = ({ price }: Pick<EventInfo, 'price'>, { lang }: Format): string | undefined =>
  price?.amount.toLocaleString(lang, { style: 'currency', currency: price.currency, maximumFractionDigits: 0 })
