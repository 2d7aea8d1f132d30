// Where a row stands in a list that draws only some of them: handed down, because between the list and the row stands
// whatever the list is of.
import { createContext, type LiHTMLAttributes, type Ref } from 'react'

type Place = LiHTMLAttributes<HTMLLIElement> & { ref?: Ref<HTMLLIElement>; 'data-index'?: number; 'data-key'?: string }

/** Undefined in a list that draws all its rows. */
export const RowPlace = createContext<Place | undefined>(undefined)
