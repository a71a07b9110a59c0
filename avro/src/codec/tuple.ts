/** A list whose length is known, for taking it apart. */
export type Tuple<
  Item,
  Count extends number,
  Items extends Item[] = [],
> = Items['length'] extends Count ? Items : Tuple<Item, Count, [...Items, Item]>
