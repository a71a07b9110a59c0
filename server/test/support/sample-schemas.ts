/** A record in `shop` as JSON. Fields are given as `name: type`, or with all their attributes. */
export function record(name: string, ...fields: readonly (string | object)[]): string {
  return JSON.stringify({
    type: 'record',
    name,
    namespace: 'shop',
    fields: fields.map((field) => (typeof field === 'string' ? toField(field) : field)),
  })
}

function toField(text: string): object {
  const [name, type] = text.split(': ')
  return { name, type }
}

export const ORDER = record('Order', 'id: long')

/** Every level lets it follow ORDER, and ORDER follow it. */
export const ORDER_WITH_NOTE = record('Order', 'id: long', {
  name: 'note',
  type: 'string',
  default: '',
})

/** Cannot read what was written with ORDER. */
export const ORDER_WITH_CODE = record('Order', 'id: long', 'code: string')

export const CUSTOMER = record('Customer', 'name: string')

/** Refers to CUSTOMER by name. */
export const INVOICE = record('Invoice', 'customer: Customer')

/** No Avro schema: a field without type. */
export const BROKEN = record('Broken', { name: 'id' })
